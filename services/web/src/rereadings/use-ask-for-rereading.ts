import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { rereadingsQuery } from './rereadings-query.ts';

/** The tickets that are named, or every open one in these states that was received on these days. */
type TicketsToRead =
  | { ticketIds: string[] }
  | { states: ('needs_review' | 'failed')[]; receivedFrom?: string; receivedTo?: string };

/** Has tickets read again together; `sentence` says why they were not. */
export function useAskForRereading() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const problemSentence = useProblemSentence();
  const ask = useMutation({
    mutationFn: (body: TicketsToRead) => readAnswer(api.POST('/v1/rereadings', { body })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: rereadingsQuery.queryKey }),
  });
  // Nothing there to be read is no missing page.
  const sentence = (error: unknown) =>
    problemCode(error) === 'not_found' ? t('rereadings.noneOpen') : problemSentence(error);
  return { ...ask, sentence };
}

import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';

/** Works in another company from now on. Everything that the page holds is of the one before, so the page is loaded again. */
export function useSwitchPlace() {
  const sentence = useProblemSentence();
  return useMutation({
    mutationFn: (memberId: string) => readAnswer(api.POST('/v1/me/place', { body: { memberId } })),
    onSuccess: () => window.location.assign('/'),
    onError: (error) => notifications.show({ color: 'red', message: sentence(error) }),
  });
}

import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api-problem.ts';

/** Gives the sentence that people read about an error: the server's own where it sent one. */
export function useProblemSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('common.unreachable');
    // Without a code it is not the API that answered, but something in between.
    if (error.code === null) return t('common.unexpected');
    return error.detail === null ? error.message : `${error.message} ${error.detail}`;
  };
}

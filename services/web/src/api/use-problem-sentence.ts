import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api-problem.ts';

/** Gives the sentence that people read about an error: the server's own where it sent one. */
export function useProblemSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiProblem) return error.detail === null ? error.message : `${error.message} ${error.detail}`;
    return t('common.unreachable');
  };
}

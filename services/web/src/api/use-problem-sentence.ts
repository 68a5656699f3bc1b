import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api-problem.ts';

/** Gives the sentence that people read about an error: by its code in their language, else the server's own. */
export function useProblemSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  // A newer server may know codes that this page does not.
  const isKnown = (code: string): code is ErrorCode => i18n.exists(`problems.${code}`);
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('common.unreachable');
    // Without a code it is not the API that answered, but something in between.
    if (error.code === null) return t('common.unexpected');
    if (error.code === 'too_many_requests' && error.waitSeconds !== null) {
      const { waitSeconds } = error;
      if (waitSeconds < 120) return t('common.waitSeconds', { count: Math.max(1, waitSeconds) });
      return t('common.waitMinutes', { count: Math.ceil(waitSeconds / 60) });
    }
    const title = isKnown(error.code) ? t(`problems.${error.code}`) : error.message;
    // Details are in the API's own language, English.
    return error.detail === null || i18n.language !== 'en' ? title : `${title} ${error.detail}`;
  };
}

import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../tickets/format-share.ts';
import styles from './self-approval.module.css';

/** No value is ever this sure: nothing approves itself. */
const never = 1;

interface WhatItMeansProps extends Pick<SelfApproval, 'leastConfidence'> {
  /** Whether another target is chosen than the one whose confidence this is. */
  isOther: boolean;
}

/** Which tickets approve themselves and which don't, in words. */
export function WhatItMeans({ leastConfidence, isOther }: WhatItMeansProps) {
  const { t } = useTranslation();
  const asked =
    leastConfidence >= never
      ? t('selfApproval.means.never')
      : t('selfApproval.means.sure', { share: formatShare(leastConfidence) });
  return (
    <ul className={styles.means}>
      <li>{isOther ? t('selfApproval.means.afterSaving') : asked}</li>
      <li>{t('selfApproval.means.whole')}</li>
      <li>{t('selfApproval.means.untouched')}</li>
      <li>{t('selfApproval.means.sampled')}</li>
      <li>{t('selfApproval.means.fromNow')}</li>
    </ul>
  );
}

import type { AccountDetail } from '@ticket-pros/contracts/account';
import { useTranslation } from 'react-i18next';
import { AccountSection } from '../my-account/account-section.tsx';
import { CopyButton } from '../people/copy-button.tsx';
import { formatDay } from '../tickets/format-time.ts';
import styles from './account.module.css';

/** What belongs to the account and can not be changed here. */
export function AccountFacts({ account }: { account: AccountDetail }) {
  const { t } = useTranslation();
  const { signInCode, businessUseAttestedAt, createdAt, timeZone } = account;
  const dayOf = (moment: string) => formatDay(new Date(moment).toLocaleDateString('en-CA', { timeZone }));
  return (
    <AccountSection id="facts" title={t('accountSettings.facts.title')}>
      <dl className={styles.facts}>
        <dt>{t('accountSettings.facts.code')}</dt>
        <dd>
          <span className={styles.code}>
            <code translate="no">{signInCode}</code>
            <CopyButton text={signInCode} />
          </span>
          <span className={styles.soft}>{t('accountSettings.facts.codeHint', { code: signInCode })}</span>
        </dd>
        <dt>{t('accountSettings.facts.attested')}</dt>
        <dd>
          {businessUseAttestedAt === null
            ? t('accountSettings.facts.notAttested')
            : t('accountSettings.facts.attestedAt', { day: dayOf(businessUseAttestedAt) })}
        </dd>
        <dt>{t('accountSettings.facts.founded')}</dt>
        <dd>{dayOf(createdAt)}</dd>
      </dl>
    </AccountSection>
  );
}

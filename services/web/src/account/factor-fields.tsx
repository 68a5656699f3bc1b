import { Radio } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { secondFactorRuleSchema } from '@ticket-pros/contracts/account';
import type { Me } from '@ticket-pros/contracts/member';
import { signInPages } from '@ticket-pros/contracts/sign-in';
import { useTranslation } from 'react-i18next';
import { AccountSection } from '../my-account/account-section.tsx';
import { Notice } from '../shell/notice.tsx';
import styles from './account.module.css';
import { MembersWithoutFactor } from './members-without-factor.tsx';
import type { SettingsFields } from './settings-fields.ts';

/** Who has to have a second factor, and who has none yet. Owners who ask for it need their own first. */
export function FactorFields({ typed, change, disabled, me }: SettingsFields & { me: Me }) {
  const { t } = useTranslation();
  const rule = typed.secondFactor;
  return (
    <AccountSection
      id="second-factor"
      title={t('accountSettings.factor.title')}
      hint={t('accountSettings.factor.hint')}
    >
      <Radio.Group
        label={t('accountSettings.factor.who')}
        value={rule}
        onChange={(chosen) => change({ secondFactor: secondFactorRuleSchema.parse(chosen) })}
      >
        <div className={styles.choices}>
          {secondFactorRuleSchema.options.map((one) => (
            <Radio key={one} value={one} disabled={disabled} label={t(`accountSettings.factor.rules.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <div role="alert">
        {rule !== 'optional' && !me.hasSecondFactor && !me.seeingAs && (
          <Notice tone="warn" icon={IconShieldExclamation}>
            {t('accountSettings.factor.ownFirst')}{' '}
            <Link to={signInPages.security} hash="second-factor">
              {t('accountSettings.factor.toOwn')}
            </Link>
          </Notice>
        )}
      </div>
      <MembersWithoutFactor rule={rule} />
    </AccountSection>
  );
}

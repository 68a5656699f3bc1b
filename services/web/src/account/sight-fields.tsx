import { Radio, Switch } from '@mantine/core';
import { visibilitySchema } from '@ticket-pros/contracts/member-role';
import { useTranslation } from 'react-i18next';
import { AccountSection } from '../my-account/account-section.tsx';
import styles from './account.module.css';
import type { SettingsFields } from './settings-fields.ts';

const kinds = [
  { setting: 'officeVisibility', label: 'accountSettings.sight.office' },
  { setting: 'crewVisibility', label: 'accountSettings.sight.crew' },
] as const;

/** What new members see, and whether they may bring in others. */
export function SightFields({ typed, change, disabled }: SettingsFields) {
  const { t } = useTranslation();
  return (
    <AccountSection id="sight" title={t('accountSettings.sight.title')} hint={t('accountSettings.sight.hint')}>
      {kinds.map(({ setting, label }) => (
        <Radio.Group
          key={setting}
          label={t(label)}
          value={typed[setting]}
          onChange={(sight) => change({ [setting]: visibilitySchema.parse(sight) })}
        >
          <div className={styles.choices}>
            {visibilitySchema.options.map((one) => (
              <Radio key={one} value={one} disabled={disabled} label={t(`accountSettings.sight.choices.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      ))}
      <Switch
        label={t('accountSettings.sight.inviteLabel')}
        description={t('accountSettings.sight.inviteHint')}
        disabled={disabled}
        checked={typed.branchInvitations}
        onChange={(event) => change({ branchInvitations: event.currentTarget.checked })}
      />
    </AccountSection>
  );
}

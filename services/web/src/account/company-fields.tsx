import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { dayOrderSchema, unitsSchema } from '@ticket-pros/contracts/account';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames, languages } from '../messages/languages.ts';
import { AccountSection } from '../my-account/account-section.tsx';
import styles from './account.module.css';
import type { SettingsFields } from './settings-fields.ts';
import { TimeZoneField } from './time-zone-field.tsx';

/** The name of the company, and how times, texts and amounts are written for it. */
export function CompanyFields({ typed, change, disabled }: SettingsFields) {
  const { t } = useTranslation();
  return (
    <AccountSection id="company" title={t('accountSettings.company.title')}>
      <TextInput
        required
        label={t('accountSettings.company.name')}
        description={t('accountSettings.company.nameHint')}
        error={typed.name.trim() === '' && t('accountSettings.company.nameMissing')}
        autoComplete="organization"
        maxLength={200}
        disabled={disabled}
        value={typed.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TimeZoneField value={typed.timeZone} disabled={disabled} onChange={(timeZone) => change({ timeZone })} />
      <NativeSelect
        label={t('accountSettings.company.language')}
        description={t('accountSettings.company.languageHint')}
        disabled={disabled}
        value={typed.language}
        data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        onChange={(event) => {
          const language = event.currentTarget.value;
          if (isLanguage(language)) change({ language });
        }}
      />
      <Radio.Group
        label={t('accountSettings.company.units')}
        value={typed.units}
        onChange={(units) => change({ units: unitsSchema.parse(units) })}
      >
        <div className={styles.choices}>
          {unitsSchema.options.map((one) => (
            <Radio key={one} value={one} disabled={disabled} label={t(`accountSettings.company.unitNames.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('accountSettings.company.dayOrder')}
        description={t('accountSettings.company.dayOrderHint')}
        value={typed.dayOrder}
        onChange={(dayOrder) => change({ dayOrder: dayOrderSchema.parse(dayOrder) })}
      >
        <div className={styles.choices}>
          {dayOrderSchema.options.map((one) => (
            <Radio key={one} value={one} disabled={disabled} label={t(`accountSettings.company.dayOrders.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </AccountSection>
  );
}

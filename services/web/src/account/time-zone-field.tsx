import { type ComboboxItem, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { fitsTimeZone, listTimeZones } from './list-time-zones.ts';

interface TimeZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
  disabled: boolean;
}

/** Chooses a time zone by typing a city, a zone or an offset. */
export function TimeZoneField({ value, onChange, disabled }: TimeZoneFieldProps) {
  const { t } = useTranslation();
  const locale = pageLocale();
  const zones = useMemo(() => listTimeZones(locale, new Date(), value), [locale, value]);
  const byValue = useMemo(() => new Map(zones.map((zone) => [zone.value, zone])), [zones]);
  const time = new Date().toLocaleTimeString(locale, { timeStyle: 'short', timeZone: value });
  return (
    <Select
      label={t('accountSettings.company.timeZone')}
      description={t('accountSettings.company.timeZoneHint', { time })}
      nothingFoundMessage={t('accountSettings.company.timeZoneNone')}
      data={zones}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      disabled={disabled}
      limit={80}
      maxDropdownHeight={280}
      filter={({ options, search }) => {
        const items = options.filter((option): option is ComboboxItem => 'value' in option);
        // What stands in the field before anything is typed is the choice itself.
        if (search === byValue.get(value)?.label) return items;
        return items.filter((option) => {
          const zone = byValue.get(option.value);
          return zone !== undefined && fitsTimeZone(zone, search);
        });
      }}
    />
  );
}

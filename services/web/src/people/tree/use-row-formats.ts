import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../../messages/page-language.ts';

export interface RowFormats {
  count: (count: number) => string;
  /** When a member was last seen: the time where it is of today there, otherwise the day. */
  seen: (timestamp: string) => string;
}

/** Numbers and times of the rows. The formats are made once: made for each of some hundred rows they take longer than drawing them. */
export function useRowFormats(timeZone: string): RowFormats {
  const { i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the locale goes with the language
  return useMemo(() => {
    const locale = pageLocale();
    const number = new Intl.NumberFormat(locale);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone });
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
    const dayOfYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
    const dayAndYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric', timeZone });
    const seen = (timestamp: string) => {
      const moment = new Date(timestamp);
      const [seenDay, today] = [day.format(moment), day.format(new Date())];
      if (seenDay === today) return time.format(moment);
      return (seenDay.slice(0, 4) === today.slice(0, 4) ? dayOfYear : dayAndYear).format(moment);
    };
    return { count: (count) => number.format(count), seen };
  }, [timeZone, i18n.language]);
}

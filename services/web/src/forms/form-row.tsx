import { Button } from '@mantine/core';
import type { KnownForm } from '@ticket-pros/contracts/learning';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { formatTime } from '../tickets/format-time.ts';
import { useTicketTypeName } from '../tickets/use-ticket-type-name.ts';
import styles from './forms.module.css';

interface FormRowProps {
  form: KnownForm;
  timeZone: string;
  /** Left out where it may not be forgotten. */
  onForget?: () => void;
}

/** One form: whose it is, how many tickets taught how many fields of it, and when the last one did. */
export function FormRow({ form, timeZone, onForget }: FormRowProps) {
  const { t } = useTranslation();
  const typeName = useTicketTypeName();
  const { issuer, ticketType, examples, fields, learnedAt } = form;
  const name = issuer ?? t('forms.noIssuer');
  const when = formatTime(learnedAt, timeZone, new Date());
  const facts = [
    t('forms.fromTickets', { count: examples, number: examples.toLocaleString(pageLocale()) }),
    t('forms.fieldCount', { count: fields, number: fields.toLocaleString(pageLocale()) }),
    when,
  ];
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <span className={styles.issuer} data-unknown={issuer === null} title={name}>
          {name}
        </span>
        <span className={styles.soft}>{typeName(ticketType)}</span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </th>
      <td className={styles.number}>{examples.toLocaleString(pageLocale())}</td>
      <td className={styles.number}>{fields.toLocaleString(pageLocale())}</td>
      <td className={styles.when}>
        <time dateTime={learnedAt}>{when}</time>
      </td>
      <td className={styles.action}>
        {onForget && (
          <Button variant="default" aria-label={t('forms.forget.openWhat', { name })} onClick={onForget}>
            {t('forms.forget.open')}
          </Button>
        )}
      </td>
    </tr>
  );
}

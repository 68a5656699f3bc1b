import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { findField } from '@ticket-pros/contracts/find-field';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { fieldName, t } from '../../../messages/capture-messages.ts';
import { formatCheckedValue } from '../format-checked-value.ts';
import { collectOfficeChanges, type OfficeChange } from './collect-office-changes.ts';
import styles from './detail.module.css';

/** What the office changed, each from what to what. */
export function OfficeChanges({ ticket }: { ticket: TicketDetail }) {
  const changes = collectOfficeChanges(ticket.corrections);
  if (changes.length === 0) return null;
  const type = findTicketType(ticket.ticketType);
  const write = ({ field, row }: OfficeChange, value: string | null) => {
    if (value === null) return t('myTickets.blank');
    const fieldType = type && findField(type, { field, row })?.type;
    const isPlain = fieldType === 'number' || fieldType === 'money' || fieldType === 'date';
    return formatCheckedValue(isPlain ? fieldType : 'text', value);
  };
  return (
    <section className={styles.section}>
      <h3>{t('myTickets.officeChanged')}</h3>
      <dl className={styles.changes}>
        {changes.map((change) => (
          <div key={change.key}>
            <dt>{fieldName(change.field)}</dt>
            <dd>{t('myTickets.changedFromTo', { from: write(change, change.from), to: write(change, change.to) })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { fieldName } from '../../../messages/capture-messages.ts';
import { formatCheckedValue } from '../format-checked-value.ts';
import { valuesToCheck } from '../read-back/values-to-check.ts';
import styles from './detail.module.css';

/** What the list knows of a ticket, as long as the whole of it can't be had. */
export function KnownValues({ ticket }: { ticket: TicketSummary }) {
  return (
    <section className={styles.section}>
      {valuesToCheck(ticket).map(
        ({ field, kind, normalized, unit }) =>
          normalized !== null && (
            <p key={field} className={styles.value}>
              <span className={styles.label}>{fieldName(field)}</span>
              <b data-found>
                {formatCheckedValue(kind, normalized)} {unit}
              </b>
            </p>
          ),
      )}
    </section>
  );
}

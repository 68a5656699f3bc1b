import { IconPencil } from '@tabler/icons-react';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useId, useState } from 'react';
import { fieldName, t } from '../../../messages/capture-messages.ts';
import captureStyles from '../../capture.module.css';
import { formatCheckedValue } from '../format-checked-value.ts';
import { ValueEditor } from '../value-editor.tsx';
import styles from './detail.module.css';
import { type ListedValue, listValues } from './list-values.ts';

interface TicketValuesProps {
  ticket: TicketDetail;
  /** Values mended here and not sent yet, by their keys; null: blank. */
  mended: ReadonlyMap<string, string | null>;
  /** Keeps a mended value; answers a sentence where that did not work. Absent where nothing can be mended. */
  onMend: ((value: ListedValue, text: string | null) => Promise<string | null>) | null;
}

/** What stands on the ticket; a tap mends a value. */
export function TicketValues({ ticket, mended, onMend }: TicketValuesProps) {
  const [mending, setMending] = useState<string | null>(null);
  const hintId = useId();
  const { plain, rows } = listValues(ticket);

  const show = (value: ListedValue) => {
    const { key, field, kind } = value;
    const isMended = mended.has(key);
    const normalized = isMended ? (mended.get(key) ?? null) : value.normalized;
    if (onMend !== null && mending === key) {
      return (
        <ValueEditor
          key={key}
          field={field}
          kind={kind}
          normalized={normalized}
          onSave={(text) => onMend(value, text)}
          onClose={() => setMending(null)}
        />
      );
    }
    const words = (
      <>
        <span className={styles.label}>{fieldName(field)}</span>
        <b data-found={normalized !== null} data-mended={isMended}>
          {normalized === null ? t('myTickets.notFound') : formatCheckedValue(kind, normalized)}
        </b>
      </>
    );
    if (onMend === null) {
      return (
        <p key={key} className={styles.value}>
          {words}
        </p>
      );
    }
    return (
      <button
        key={key}
        type="button"
        className={styles.value}
        aria-describedby={hintId}
        onClick={() => setMending(key)}
      >
        {words}
        <IconPencil aria-hidden size={22} />
      </button>
    );
  };

  return (
    <section className={styles.section}>
      <h3>{t('myTickets.values')}</h3>
      {onMend !== null && (
        <p id={hintId} className={captureStyles.hidden}>
          {t('myTickets.tapToMend')}
        </p>
      )}
      {ticket.values.length === 0 && <p>{t('myTickets.nothingRead')}</p>}
      {plain.map(show)}
      {rows.length > 0 && <h3>{t('myTickets.rows')}</h3>}
      {rows.map(({ row, cells }) => (
        <div key={row} className={styles.tableRow}>
          {cells.map(show)}
        </div>
      ))}
    </section>
  );
}

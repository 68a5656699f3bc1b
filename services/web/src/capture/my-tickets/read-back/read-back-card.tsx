import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldName, t } from '../../../messages/capture-messages.ts';
import captureStyles from '../../capture.module.css';
import { formatCheckedValue } from '../format-checked-value.ts';
import { type Spoken, saveValue, sayLooksRight } from '../speak-for-ticket.ts';
import { ValueEditor } from '../value-editor.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import styles from './read-back.module.css';
import { type CheckedValue, valuesToCheck } from './values-to-check.ts';

/** What was read, as large as the screen allows: right, mended, or taken again. */
export function ReadBackCard(props: CardProps) {
  const { ticket, onChanged, onConflict, onRetake } = props;
  const [mending, setMending] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const values = valuesToCheck(ticket);
  const isLittle = values.every(({ normalized }) => normalized === null);

  const take = async (spoken: Spoken, offline: string): Promise<string | null> => {
    if (spoken.kind === 'done') {
      onChanged(spoken.ticket);
      return null;
    }
    if (spoken.kind === 'offline') return offline;
    if (spoken.kind === 'refused') return spoken.sentence;
    await onConflict();
    return t('myTickets.changedMeanwhile');
  };
  const looksRight = async () => {
    setBusy(true);
    setProblem(await take(await sayLooksRight(ticket), t('myTickets.unsaidOffline')));
    setBusy(false);
  };
  const save = async ({ field }: CheckedValue, text: string | null) => {
    setProblem(null);
    return take(await saveValue(ticket, { field, row: 0, text }), t('myTickets.unsavedOffline'));
  };

  return (
    <CardFrame {...props} tone="calm" title={t(isLittle ? 'myTickets.little' : 'myTickets.check')}>
      <div className={styles.values}>
        {values.map((value) =>
          mending === value.field ? (
            <ValueEditor
              key={value.field}
              {...value}
              onSave={(text) => save(value, text)}
              onClose={() => setMending(null)}
            />
          ) : (
            <ValueButton key={value.field} value={value} onMend={() => setMending(value.field)} />
          ),
        )}
      </div>
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      {mending === null && (
        <div className={styles.buttons}>
          <button type="button" className={captureStyles.secondary} disabled={busy} onClick={onRetake}>
            {t('myTickets.retake')}
          </button>
          <button
            type="button"
            className={`${captureStyles.secondary} ${captureStyles.primary}`}
            disabled={busy}
            onClick={() => void looksRight()}
          >
            {t('myTickets.looksRight')}
          </button>
        </div>
      )}
    </CardFrame>
  );
}

function ValueButton({ value, onMend }: { value: CheckedValue; onMend: () => void }) {
  const { field, kind, normalized, unit } = value;
  const shown = normalized === null ? t('myTickets.notFound') : formatCheckedValue(kind, normalized);
  return (
    <button type="button" className={styles.value} onClick={onMend}>
      <span className={captureStyles.hidden}>{t('myTickets.fix', { field: fieldName(field) })},</span>
      <span className={styles.label} aria-hidden>
        {fieldName(field)}
      </span>
      <span className={styles.text} data-found={normalized !== null} data-long={shown.length > 14}>
        {shown}
        {unit !== null && <span className={styles.unit}> {unit}</span>}
      </span>
      <IconPencil aria-hidden size={24} className={styles.pencil} />
    </button>
  );
}

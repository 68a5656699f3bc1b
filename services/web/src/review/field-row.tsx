import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import type { ReviewField } from './arrange-fields.ts';
import { FieldInput } from './field-input.tsx';
import { FieldNote } from './field-note.tsx';
import type { FieldPanel } from './field-panel-state.ts';
import styles from './fields.module.css';
import { ValueCrop } from './value-crop.tsx';

interface FieldRowProps {
  ticket: TicketDetail;
  field: ReviewField;
  label: string;
  panel: FieldPanel;
}

/** A field: its name, the pixels on the paper, what was read there, and what to know about it. */
export function FieldRow({ ticket, field, label, panel }: FieldRowProps) {
  const edit = panel.edits.edits.get(field.key);
  const id = panel.inputId(field.key);
  return (
    <div className={styles.row} data-empty={!field.value?.normalized && edit === undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ValueCrop ticket={ticket} value={field.value} />
      <FieldInput field={field} panel={panel} label={label} />
      <span id={`${id}-note`} className={styles.noteCell}>
        <FieldNote field={field} edit={edit} editable={panel.editable} />
      </span>
      {edit?.error && (
        <p className={styles.error} role="alert">
          {edit.error}
        </p>
      )}
    </div>
  );
}

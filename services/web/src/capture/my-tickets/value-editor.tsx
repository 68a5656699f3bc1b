import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { fieldName, t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import { formatCheckedValue, type ValueKind } from './format-checked-value.ts';
import editorStyles from './value-editor.module.css';

interface ValueEditorProps {
  field: string;
  kind: ValueKind;
  /** What stands there now, in normal form; null: nothing. */
  normalized: string | null;
  /** Keeps the new text (null: blank on the paper); answers a sentence where that did not work, else null. */
  onSave: (text: string | null) => Promise<string | null>;
  onClose: () => void;
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Where the crew mends one value, with the keyboard that fits it. */
export function ValueEditor({ field, kind, normalized, onSave, onClose }: ValueEditorProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // A date that the reader could not make sense of is typed anew.
  const [text, setText] = useState(kind === 'date' && !isoDay.test(normalized ?? '') ? '' : (normalized ?? ''));
  const [before] = useState(normalized);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === (normalized ?? '')) return onClose();
    setBusy(true);
    setProblem(null);
    const sentence = await onSave(wanted === '' ? null : wanted);
    setBusy(false);
    if (sentence === null) onClose();
    else setProblem(sentence);
  };

  return (
    <form className={editorStyles.editor} onSubmit={(event) => void save(event)}>
      <label htmlFor={id}>{fieldName(field)}</label>
      <input
        ref={input}
        id={id}
        type={kind === 'date' ? 'date' : 'text'}
        inputMode={kind === 'number' || kind === 'money' ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize={kind === 'text' ? 'characters' : 'off'}
        spellCheck={false}
        enterKeyHint="done"
        maxLength={500}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={`${id}-problem`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p id={`${id}-problem`} className={editorStyles.problem} role="alert">
        {problem}
      </p>
      {normalized !== before && (
        <p>
          {t('myTickets.nowSays', {
            value: normalized === null ? t('myTickets.blank') : formatCheckedValue(kind, normalized),
          })}
        </p>
      )}
      <div className={editorStyles.buttons}>
        <button type="button" className={styles.secondary} disabled={busy} onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="submit" className={`${styles.secondary} ${styles.primary}`} disabled={busy}>
          {t('myTickets.save')}
        </button>
      </div>
    </form>
  );
}

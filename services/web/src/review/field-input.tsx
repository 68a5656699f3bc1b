import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatValue } from '../tickets/format-value.ts';
import type { ReviewField } from './arrange-fields.ts';
import type { FieldPanel } from './field-panel-state.ts';
import styles from './fields.module.css';
import { isDoubtful } from './is-doubtful.ts';

interface FieldInputProps {
  field: ReviewField;
  panel: FieldPanel;
  label: string;
}

const comparedTypes = new Set(['number', 'money']);

/** Where one value is read, corrected and stored: on Enter, or on leaving. */
export function FieldInput({ field, panel, label }: FieldInputProps) {
  const { t } = useTranslation();
  const { value, key } = field;
  const edit = panel.edits.edits.get(key);
  const stored = value?.normalized ?? '';
  const blank = value !== undefined && value.normalized === null;
  const doubtful = panel.editable && value?.source === 'reader' && isDoubtful(value.confidence);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // Leaving the field stores it.
      event.currentTarget.blur();
      panel.goToNext(key);
    } else if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      panel.goToDoubtful(key);
    } else if (event.key === 'Escape') {
      panel.edits.forget(key);
      event.currentTarget.blur();
    }
  };

  return (
    <input
      id={panel.inputId(key)}
      className={styles.input}
      type="text"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      inputMode={comparedTypes.has(field.type) ? 'decimal' : 'text'}
      aria-label={label}
      aria-invalid={edit?.error ? true : undefined}
      aria-describedby={`${panel.inputId(key)}-note`}
      data-compared={comparedTypes.has(field.type)}
      data-doubtful={doubtful && edit === undefined}
      data-unsaved={edit !== undefined}
      placeholder={blank ? t('review.field.blank') : t('common.noValue')}
      readOnly={!panel.editable}
      value={edit?.text ?? formatValue(field.type, stored)}
      onFocus={() => panel.onFocus(key)}
      onChange={(event) => panel.edits.type(field, event.currentTarget.value)}
      onBlur={() => {
        panel.onFocus(null);
        void panel.edits.save(field);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

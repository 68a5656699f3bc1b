import { type InputHTMLAttributes, useId } from 'react';
import styles from './join.module.css';

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'autoCapitalize' | 'inputMode' | 'maxLength' | 'readOnly'
  > {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** What follows the typed text and cannot be changed. */
  ending?: string;
}

/** One thing to type, large enough for the sun and for gloves. */
export function TextField({ label, hint, value, onChange, ending, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.input}>
        <input
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-describedby={hint === undefined && ending === undefined ? undefined : `${id}-hint`}
          autoCorrect="off"
          spellCheck={false}
          {...input}
        />
        {ending !== undefined && (
          <span className={styles.ending} aria-hidden>
            {ending}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

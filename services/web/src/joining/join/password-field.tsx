import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { t } from '../../messages/join-messages.ts';
import { measurePassword } from '../../sign-in/measure-password.ts';
import styles from './join.module.css';

interface PasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What a stranger knows of the person: no password is made of it. */
  own: readonly string[];
}

/** The password that is being chosen: its rules, how good it is so far, and a look at it. */
export function PasswordField({ value, onChange, own }: PasswordFieldProps) {
  const id = useId();
  const [visible, setVisible] = useState(false);
  const strength = measurePassword(value, own);
  const Icon = visible ? IconEyeOff : IconEye;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('join.password')}</label>
      <div className={styles.input}>
        <input
          id={id}
          type={visible ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-describedby={`${id}-hint`}
        />
        <button
          type="button"
          className={styles.look}
          aria-label={t(visible ? 'passwords.hide' : 'passwords.show')}
          onClick={() => setVisible(!visible)}
        >
          <Icon aria-hidden size={24} />
        </button>
      </div>
      <p
        id={`${id}-hint`}
        className={styles.hint}
        aria-live="polite"
        data-strength={value === '' ? undefined : strength}
      >
        {t(value === '' ? 'join.passwordHint' : `passwords.strength.${strength}`)}
      </p>
    </div>
  );
}

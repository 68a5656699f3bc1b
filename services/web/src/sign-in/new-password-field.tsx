import { useTranslation } from 'react-i18next';
import { measurePassword } from './measure-password.ts';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What a stranger knows of the person: no password is made of it. */
  own?: readonly string[];
}

/** A password that is being chosen: the rules, and how good it is so far. */
export function NewPasswordField({ label, value, onChange, own }: NewPasswordFieldProps) {
  const { t } = useTranslation();
  const strength = measurePassword(value, own);
  return (
    <div>
      <PasswordField
        label={label}
        description={t('passwords.rules')}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
      />
      <div className={styles.strength} data-strength={value === '' ? undefined : strength}>
        <span className={styles.meter} aria-hidden />
        <span aria-live="polite">{value === '' ? '' : t(`passwords.strength.${strength}`)}</span>
      </div>
    </div>
  );
}

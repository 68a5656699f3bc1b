import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../sign-in/password-field.tsx';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import styles from '../my-account.module.css';

interface AskOwnPasswordProps {
  label: string;
  isPending: boolean;
  problem: string | null;
  onPassword: (password: string) => void;
  onCancel: (() => void) | undefined;
  isDestructive?: boolean;
}

/** The password again, which the server wants for everything about the second factor. */
export function AskOwnPassword(props: AskOwnPasswordProps) {
  const { label, isPending, problem, onPassword, onCancel, isDestructive = false } = props;
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !isPending) onPassword(password);
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <PasswordField
        first
        label={t('myAccount.currentPassword')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <ProblemNotice>{problem}</ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={isPending} {...(isDestructive ? { color: 'red.8' } : {})}>
          {label}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canUsePasskeys } from './can-use-passkeys.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './sign-in.module.css';

interface SignInFormProps {
  name: string;
  onName: (name: string) => void;
  isPending: boolean;
  problem: string | null;
  onPassword: (password: string) => void;
  onPasskey: () => void;
}

/** E-mail or sign-in name, and a password; or a passkey. */
export function SignInForm({ name, onName, isPending, problem, onPassword, onPasskey }: SignInFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = name.trim() === '' || password === '';
    setMissing(isMissing);
    if (!isMissing && !isPending) onPassword(password);
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextInput
        label={t('signIn.name')}
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        size="md"
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <div className={styles.withLink}>
        <PasswordField
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Link to="/forgot-password" className={styles.link}>
          {t('signIn.forgot')}
        </Link>
      </div>
      <ProblemNotice>{missing ? t('signIn.missing') : problem}</ProblemNotice>
      <Button type="submit" size="md" fullWidth loading={isPending}>
        {t('signIn.submit')}
      </Button>
      {canUsePasskeys() && (
        <Button
          size="md"
          fullWidth
          variant="default"
          leftSection={<IconFingerprint aria-hidden size={20} />}
          disabled={isPending}
          onClick={onPasskey}
        >
          {t('signIn.passkey')}
        </Button>
      )}
    </form>
  );
}

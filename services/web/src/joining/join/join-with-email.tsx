import type { InvitationLook } from '@ticket-pros/contracts/invitation';
import { useState } from 'react';
import { t } from '../../messages/join-messages.ts';
import { measurePassword } from '../../sign-in/measure-password.ts';
import { HaveSignIn } from './have-sign-in.tsx';
import styles from './join.module.css';
import { JoinForm } from './join-form.tsx';
import { PasswordField } from './password-field.tsx';
import { TextField } from './text-field.tsx';
import { useJoin } from './use-join.ts';

interface JoinWithEmailProps {
  token: string;
  invitation: InvitationLook;
  onJoined: () => void;
  onMailSent: (email: string) => void;
  /** The way without an e-mail, for whom it is open. */
  onName: (() => void) | null;
}

/** Joins with an e-mail address; where the invitation was sent to it, at once, else after a mail to it. */
export function JoinWithEmail({ token, invitation, onJoined, onMailSent, onName }: JoinWithEmailProps) {
  const [name, setName] = useState(invitation.name ?? '');
  const [email, setEmail] = useState(invitation.email ?? '');
  const [password, setPassword] = useState('');

  const { submit, busy, problem } = useJoin({
    check: () => {
      if (name.trim() === '') return { problem: t('join.nameMissing') };
      if (!/^\S+@\S+\.\S+$/.test(email.trim())) return { problem: t('join.emailWrong') };
      if (measurePassword(password) === 'short') return { problem: t('passwords.strength.short') };
      return { token, as: 'email', name: name.trim(), email: email.trim(), password };
    },
    onOutcome: (outcome) => {
      if (outcome === 'joined') onJoined();
      else onMailSent(email.trim());
      return null;
    },
  });

  return (
    <>
      <JoinForm onSubmit={submit} busy={busy} problem={problem}>
        <TextField
          label={t('join.name')}
          autoComplete="name"
          autoCapitalize="words"
          maxLength={200}
          value={name}
          onChange={setName}
        />
        <TextField
          label={t('join.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          maxLength={254}
          readOnly={invitation.email !== null}
          value={email}
          onChange={setEmail}
        />
        <PasswordField value={password} onChange={setPassword} own={[name, email, invitation.company]} />
      </JoinForm>
      <div className={styles.others}>
        {onName !== null && (
          <button type="button" className={styles.other} onClick={onName}>
            {t('join.withName')}
          </button>
        )}
        <HaveSignIn token={token} />
      </div>
    </>
  );
}

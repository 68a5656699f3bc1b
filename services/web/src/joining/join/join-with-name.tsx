import type { InvitationLook } from '@ticket-pros/contracts/invitation';
import { useState } from 'react';
import { t } from '../../messages/join-messages.ts';
import { measurePassword } from '../../sign-in/measure-password.ts';
import { cleanSignInName, suggestSignInName } from '../suggest-sign-in-name.ts';
import { HaveSignIn } from './have-sign-in.tsx';
import styles from './join.module.css';
import { JoinForm } from './join-form.tsx';
import { nextSignInName, signInNamePattern } from './next-sign-in-name.ts';
import { PasswordField } from './password-field.tsx';
import { TextField } from './text-field.tsx';
import { useJoin } from './use-join.ts';

interface JoinWithNameProps {
  token: string;
  invitation: InvitationLook;
  onJoined: () => void;
  onEmail: () => void;
}

/** The fast way of crews: a name, the sign-in name that comes of it, a password. */
export function JoinWithName({ token, invitation, onJoined, onEmail }: JoinWithNameProps) {
  const [name, setName] = useState(invitation.name ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const signInName = chosen ?? suggestSignInName(name);
  const wholeName = `${signInName}.${invitation.signInCode}`;

  const { submit, busy, problem } = useJoin({
    check: () => {
      if (name.trim() === '') return { problem: t('join.nameMissing') };
      if (!signInNamePattern.test(signInName)) return { problem: t('join.signInNameWrong') };
      if (measurePassword(password) === 'short') return { problem: t('passwords.strength.short') };
      return { token, as: 'name', name: name.trim(), signInName, password };
    },
    onOutcome: (outcome) => {
      if (outcome === 'joined') onJoined();
      if (outcome !== 'name-taken') return null;
      setChosen(nextSignInName(signInName));
      return t('problems.sign_in_name_taken');
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
          label={t('join.signInName')}
          hint={signInName === '' ? t('join.signInNameHint') : t('join.signInNameIs', { name: wholeName })}
          ending={`.${invitation.signInCode}`}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={31}
          value={signInName}
          onChange={(typed) => setChosen(cleanSignInName(typed))}
        />
        {/* What password keepers remember the password under: the whole sign-in name. */}
        <input hidden readOnly autoComplete="username" value={wholeName} />
        <PasswordField
          value={password}
          onChange={setPassword}
          own={[name, signInName, invitation.signInCode, invitation.company]}
        />
      </JoinForm>
      <div className={styles.others}>
        <button type="button" className={styles.other} onClick={onEmail}>
          {t('join.withEmail')}
        </button>
        <HaveSignIn token={token} />
      </div>
    </>
  );
}

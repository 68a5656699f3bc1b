import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { askSignIn } from '../sign-in/ask-sign-in.ts';
import { measurePassword } from '../sign-in/measure-password.ts';
import { NewPasswordField } from '../sign-in/new-password-field.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { ProblemNotice } from '../sign-in/problem-notice.tsx';
import { AccountSection } from './account-section.tsx';
import { Folded } from './folded.tsx';
import styles from './my-account.module.css';
import { sessionsQuery } from './sessions/sessions-query.ts';
import { useSaved } from './use-saved.ts';

/** Another password, by the one that holds now. */
export function PasswordSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <AccountSection id="password" title={t('myAccount.sections.password')} hint={t('myAccount.passwordHint')}>
      <Folded label={t('myAccount.changePassword')}>{(close) => <PasswordForm me={me} onDone={close} />}</Folded>
    </AccountSection>
  );
}

function PasswordForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const saved = useSaved();
  const queryClient = useQueryClient();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const change = useMutation({
    mutationFn: () => askSignIn('/v1/auth/change-password', z.unknown(), { currentPassword, newPassword }),
    onSuccess: () => {
      saved();
      void queryClient.invalidateQueries(sessionsQuery);
      onDone();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isTooShort = measurePassword(newPassword) === 'short';
    setTooShort(isTooShort);
    if (!isTooShort && currentPassword !== '' && !change.isPending) change.mutate();
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {/* Tells password keepers whose password it is. */}
      <input hidden autoComplete="username" value={me.email ?? me.signInName ?? ''} readOnly />
      <PasswordField
        first
        label={t('myAccount.currentPassword')}
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrentPassword}
      />
      <NewPasswordField
        label={t('signIn.newPassword')}
        value={newPassword}
        onChange={setNewPassword}
        own={[me.member.name, me.email ?? '', me.signInName ?? '', me.account.name]}
      />
      <ProblemNotice>
        {tooShort ? t('passwords.strength.short') : change.isError ? sentence(change.error) : null}
      </ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={change.isPending} disabled={currentPassword === '' || newPassword === ''}>
          {t('signIn.savePassword')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

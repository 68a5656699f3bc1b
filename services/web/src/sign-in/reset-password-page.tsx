import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { askSignIn } from './ask-sign-in.ts';
import { DoorPage } from './door-page.tsx';
import { LinkOver } from './link-over.tsx';
import { measurePassword } from './measure-password.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { readLinkToken } from './read-link-token.ts';
import styles from './sign-in.module.css';

/** A new password, by the link of a mail. It ends every session, so the next step is to sign in. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [token] = useState(readLinkToken);
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const save = useMutation({
    mutationFn: () => askSignIn('/v1/auth/reset-password', z.unknown(), { token, newPassword: password }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isTooShort = measurePassword(password) === 'short';
    setTooShort(isTooShort);
    if (!isTooShort && !save.isPending) save.mutate();
  };

  if (save.isSuccess) {
    return (
      <DoorPage title={t('signIn.resetDone')} hint={t('signIn.resetDoneHint')}>
        <LinkButton to="/sign-in" size="md" fullWidth>
          {t('signIn.submit')}
        </LinkButton>
      </DoorPage>
    );
  }
  if (token === null || problemCode(save.error) === 'link_over') {
    return (
      <DoorPage title={t('signIn.resetTitle')}>
        <div className={styles.form}>
          <LinkOver />
          <LinkButton to="/forgot-password" size="md" fullWidth>
            {t('signIn.newLink')}
          </LinkButton>
        </div>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('signIn.resetTitle')} hint={t('signIn.resetHint')}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <NewPasswordField label={t('signIn.newPassword')} value={password} onChange={setPassword} />
        <ProblemNotice>
          {tooShort ? t('passwords.strength.short') : save.isError ? sentence(save.error) : null}
        </ProblemNotice>
        <Button type="submit" size="md" fullWidth loading={save.isPending}>
          {t('signIn.savePassword')}
        </Button>
      </form>
    </DoorPage>
  );
}

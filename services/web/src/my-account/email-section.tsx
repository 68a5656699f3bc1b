import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { askSignIn } from '../sign-in/ask-sign-in.ts';
import { LookIntoMail } from '../sign-in/look-into-mail.tsx';
import { ProblemNotice } from '../sign-in/problem-notice.tsx';
import { AccountSection } from './account-section.tsx';
import { useConfirmIdentity } from './confirm-identity/use-confirm-identity.ts';
import { Folded } from './folded.tsx';
import styles from './my-account.module.css';

/** Another e-mail address, or the first one of somebody who signs in with a name; a mail to it has to be answered. */
export function EmailSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <AccountSection
      id="email"
      title={t('myAccount.sections.email')}
      hint={me.email === null ? t('myAccount.email.none') : t('myAccount.email.now', { email: me.email })}
    >
      <Folded label={t('myAccount.email.change')}>{(close) => <EmailForm onCancel={close} />}</Folded>
    </AccountSection>
  );
}

function EmailForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const confirmIdentity = useConfirmIdentity();
  const [email, setEmail] = useState('');
  const change = useMutation({
    mutationFn: (newEmail: string) =>
      confirmIdentity(() => askSignIn('/v1/auth/change-email', z.unknown(), { newEmail })),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '' && !change.isPending) change.mutate(email.trim());
  };

  if (change.isSuccess)
    return <LookIntoMail>{t('myAccount.email.mailSent', { email: change.variables })}</LookIntoMail>;
  const describe = (error: unknown) => (problemCode(error) === 'bad_request' ? t('signIn.noEmail') : sentence(error));
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextInput
        autoFocus
        label={t('myAccount.email.new')}
        type="email"
        autoComplete="email"
        size="md"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <ProblemNotice>{change.isError ? describe(change.error) : null}</ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={change.isPending} disabled={email.trim() === ''}>
          {t('myAccount.email.send')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

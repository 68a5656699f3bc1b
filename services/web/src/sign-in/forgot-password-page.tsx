import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { askSignIn } from './ask-sign-in.ts';
import { DoorPage } from './door-page.tsx';
import { LookIntoMail } from './look-into-mail.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './sign-in.module.css';

/** Asks for a link to set a new password. What it says does not depend on whether the address is known. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => askSignIn('/v1/auth/request-password-reset', z.unknown(), { email: email.trim() }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };

  if (ask.isSuccess) {
    return (
      <DoorPage title={t('signIn.mail.title')}>
        <LookIntoMail>{t('signIn.mail.reset', { email: email.trim() })}</LookIntoMail>
      </DoorPage>
    );
  }
  const problem = !ask.isError
    ? null
    : problemCode(ask.error) === 'bad_request'
      ? t('signIn.noEmail')
      : sentence(ask.error);
  return (
    <DoorPage title={t('signIn.forgotTitle')} hint={t('signIn.forgotHint')}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="email"
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProblemNotice>{problem}</ProblemNotice>
        <Button type="submit" size="md" fullWidth loading={ask.isPending}>
          {t('signIn.sendLink')}
        </Button>
      </form>
      <p className={styles.other}>{t('signIn.forgotWithoutEmail')}</p>
      <p className={styles.other}>
        <Link to="/sign-in">{t('signIn.back')}</Link>
      </p>
    </DoorPage>
  );
}

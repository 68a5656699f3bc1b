import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readDone } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { pageLanguage } from '../messages/page-language.ts';
import { DoorPage } from '../sign-in/door-page.tsx';
import { LookIntoMail } from '../sign-in/look-into-mail.tsx';
import { measurePassword } from '../sign-in/measure-password.ts';
import { NewPasswordField } from '../sign-in/new-password-field.tsx';
import { ProblemNotice } from '../sign-in/problem-notice.tsx';
import styles from '../sign-in/sign-in.module.css';

/** A new company: who it is, who owns it here, and the two promises that the service asks for (promise TP-6). */
export function SignUpPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [typed, setTyped] = useState({ company: '', name: '', email: '', password: '' });
  const [promised, setPromised] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signUp = useMutation({
    mutationFn: () =>
      readDone(
        api.POST('/v1/sign-up', {
          body: { ...typed, email: typed.email.trim(), businessUse: true, language: pageLanguage() },
        }),
      ),
    onError: (error) => setProblem(problemCode(error) === 'bad_request' ? t('joining.checkFields') : sentence(error)),
  });

  const findProblem = (): string | null => {
    if (typed.company.trim() === '' || typed.name.trim() === '') return t('joining.missing');
    if (!/^\S+@\S+\.\S+$/.test(typed.email.trim())) return t('signIn.noEmail');
    if (measurePassword(typed.password) === 'short') return t('passwords.strength.short');
    return promised ? null : t('joining.promiseMissing');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findProblem();
    setProblem(found);
    if (found === null && !signUp.isPending) signUp.mutate();
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });

  if (signUp.isSuccess) {
    return (
      <DoorPage title={t('signIn.mail.title')}>
        <LookIntoMail>{t('joining.mailSent', { email: typed.email.trim() })}</LookIntoMail>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('joining.signUpTitle')} hint={t('joining.signUpHint')}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextInput
          label={t('joining.company')}
          autoComplete="organization"
          size="md"
          maxLength={200}
          {...field('company')}
        />
        <TextInput label={t('joining.name')} autoComplete="name" size="md" maxLength={200} {...field('name')} />
        <TextInput label={t('signIn.email')} type="email" autoComplete="username" size="md" {...field('email')} />
        <NewPasswordField
          label={t('signIn.password')}
          value={typed.password}
          onChange={(password) => setTyped({ ...typed, password })}
          own={[typed.company, typed.name, typed.email]}
        />
        <Checkbox
          size="md"
          label={t('joining.promise')}
          description={t('joining.promiseHint')}
          checked={promised}
          onChange={(event) => setPromised(event.currentTarget.checked)}
        />
        <ProblemNotice>{problem}</ProblemNotice>
        <Button type="submit" size="md" fullWidth loading={signUp.isPending}>
          {t('joining.signUp')}
        </Button>
      </form>
      <p className={styles.other}>
        {t('joining.haveSignIn')} <Link to="/sign-in">{t('signIn.submit')}</Link>
      </p>
      <p className={styles.other}>{t('joining.invited')}</p>
    </DoorPage>
  );
}

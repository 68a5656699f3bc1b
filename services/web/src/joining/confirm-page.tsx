import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { DoorPage } from '../sign-in/door-page.tsx';
import { LinkOver } from '../sign-in/link-over.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { ProblemNotice } from '../sign-in/problem-notice.tsx';
import { readLinkToken } from '../sign-in/read-link-token.ts';
import styles from '../sign-in/sign-in.module.css';
import { useEnter } from '../sign-in/use-enter.ts';

/**
 * The link of the mail to somebody who signs up or joins with an e-mail address. The password that was chosen confirms and leads inside:
 * programs that check mails open their links, and somebody else may have typed this address.
 */
export function ConfirmPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const enter = useEnter();
  const [token] = useState(readLinkToken);
  const [password, setPassword] = useState('');
  const confirm = useMutation({
    mutationFn: async () => {
      await readAnswer(api.POST('/v1/sign-up/confirm', { body: { token: token ?? '', password } }));
      return enter();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !confirm.isPending) confirm.mutate();
  };
  const code = problemCode(confirm.error);
  if (token === null || code === 'link_over' || code === 'invitation_over') {
    return (
      <DoorPage title={t('joining.confirmTitle')}>
        <div className={styles.form}>
          <LinkOver />
          <LinkButton to="/sign-in" size="md" fullWidth variant="default">
            {t('signIn.back')}
          </LinkButton>
        </div>
      </DoorPage>
    );
  }
  const problem = confirm.isError ? sentence(confirm.error) : confirm.data === false ? t('signIn.nowhere') : null;
  return (
    <DoorPage title={t('joining.confirmTitle')} hint={t('joining.confirmHint')}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <ProblemNotice>{problem}</ProblemNotice>
        <PasswordField
          label={t('joining.confirmPassword')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          first
        />
        <Button
          type="submit"
          size="md"
          fullWidth
          disabled={password === ''}
          loading={confirm.isPending || confirm.data === true}
        >
          {t('joining.confirm')}
        </Button>
      </form>
    </DoorPage>
  );
}

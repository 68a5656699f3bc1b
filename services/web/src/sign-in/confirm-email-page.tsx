import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { askSignIn } from './ask-sign-in.ts';
import { DoorPage } from './door-page.tsx';
import { LinkOver } from './link-over.tsx';
import { meQuery } from './me-query.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { readLinkToken } from './read-link-token.ts';
import styles from './sign-in.module.css';

/** Another e-mail address, by the link of the mail to it. A press confirms, since programs that check mails open their links. */
export function ConfirmEmailPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [token] = useState(readLinkToken);
  const confirm = useMutation({
    mutationFn: () => askSignIn('/v1/auth/confirm-email', z.unknown(), { token }),
    onSuccess: () => queryClient.invalidateQueries(meQuery),
  });

  if (confirm.isSuccess) {
    return (
      <DoorPage title={t('signIn.emailConfirmed')} hint={t('signIn.emailConfirmedHint')}>
        <LinkButton to="/" size="md" fullWidth>
          {t('signIn.goOn')}
        </LinkButton>
      </DoorPage>
    );
  }
  const isOver = token === null || problemCode(confirm.error) === 'link_over';
  return (
    <DoorPage title={t('signIn.confirmEmail')} {...(isOver ? {} : { hint: t('signIn.confirmEmailHint') })}>
      {isOver ? (
        <LinkOver />
      ) : (
        <div className={styles.form}>
          <ProblemNotice>{confirm.isError ? sentence(confirm.error) : null}</ProblemNotice>
          <Button size="md" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('signIn.confirm')}
          </Button>
        </div>
      )}
    </DoorPage>
  );
}

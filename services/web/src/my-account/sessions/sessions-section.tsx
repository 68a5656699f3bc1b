import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { readDone } from '../../api/read-answer.ts';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { AccountSection } from '../account-section.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import styles from '../my-account.module.css';
import { SessionRow } from './session-row.tsx';
import { sessionsQuery } from './sessions-query.ts';

/** Every device on which this person is signed in, and the end of it. */
export function SessionsSection({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const endOthers = useMutation({
    mutationFn: () => readDone(api.DELETE('/v1/me/sessions')),
    onSuccess: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const problem = sessions.error ?? endOthers.error;
  return (
    <AccountSection id="sessions" title={t('myAccount.sections.sessions')} hint={t('myAccount.sessions.hint')}>
      {sessions.isPending && <LoadingRows />}
      {sessions.data && (
        <ul className={styles.list}>
          {sessions.data.map((session) => (
            <SessionRow key={session.id} session={session} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <ProblemNotice>{problem === null ? null : sentence(problem)}</ProblemNotice>
      {sessions.data && sessions.data.length > 1 && (
        <div className={styles.buttons}>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('myAccount.sessions.endOthers')}
          </Button>
        </div>
      )}
    </AccountSection>
  );
}

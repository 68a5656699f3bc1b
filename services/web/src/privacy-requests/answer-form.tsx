import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PrivacyRequest } from '@ticket-pros/contracts/privacy-request';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useConfirmIdentity } from '../my-account/confirm-identity/use-confirm-identity.ts';
import { ProblemNotice } from '../people/problem-notice.tsx';
import styles from './privacy-requests.module.css';
import { privacyRequestsQuery } from './privacy-requests-query.ts';

/** The owner's answer, or its reason to refuse, and where what is asked about can be looked at. */
export function AnswerForm({ request, onStop }: { request: PrivacyRequest; onStop: () => void }) {
  const { t } = useTranslation();
  const { id, kind, member } = request;
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useMutation({
    mutationFn: (state: 'answered' | 'refused') => {
      const params = { path: { requestId: id } };
      const body = { state, answer: text.trim() };
      return confirmIdentity(() => readAnswer(api.POST('/v1/privacy-requests/{requestId}/answer', { params, body })));
    },
    onSuccess: ({ state }) => {
      const words = state === 'refused' ? 'privacyRequests.refused' : 'privacyRequests.answered';
      notifications.show({ color: 'petrol', message: t(words, { name: member.name }) });
      // The form is gone with its request.
      document.querySelector<HTMLElement>('#content')?.focus();
    },
    // Somebody else may have answered meanwhile; either way the list is not what it was.
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: privacyRequestsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ['my-privacy-requests'] });
    },
  });
  const send = (state: 'answered' | 'refused') => {
    setMissing(text.trim() === '');
    if (text.trim() !== '' && !answer.isPending) answer.mutate(state);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send('answered');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t(`privacyRequests.todo.${kind}`)}</p>
      <ul className={styles.ways}>
        <li>
          <Link to="/people/$memberId" params={{ memberId: member.id }}>
            {t('privacyRequests.member')}
          </Link>
        </li>
        <li>
          <Link to="/tickets" search={{ memberId: member.id }}>
            {t('privacyRequests.tickets')}
          </Link>
        </li>
        <li>
          <Link to="/audit" search={{ memberId: member.id }}>
            {t('privacyRequests.log')}
          </Link>
        </li>
        {(kind === 'copy' || kind === 'access') && (
          <>
            <li>
              <a href={`/v1/exports/tickets.csv?memberId=${member.id}`} download>
                {t('privacyRequests.ticketsFile')}
              </a>
            </li>
            <li>
              <a href={`/v1/audit.csv?memberId=${member.id}`} download>
                {t('privacyRequests.logFile')}
              </a>
            </li>
          </>
        )}
      </ul>
      <Textarea
        autosize
        autoFocus
        minRows={3}
        maxRows={14}
        maxLength={4000}
        label={t('privacyRequests.answerLabel', { name: member.name })}
        description={t('privacyRequests.answerHint')}
        error={missing && text.trim() === '' && t('privacyRequests.answerMissing')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNotice error={problemCode(answer.error) === 'confirm_first' ? null : answer.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={answer.isPending && answer.variables === 'answered'}>
          {t('privacyRequests.send')}
        </Button>
        <Button
          variant="default"
          className={styles.refuse ?? ''}
          loading={answer.isPending && answer.variables === 'refused'}
          onClick={() => send('refused')}
        >
          {t('privacyRequests.refuse')}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {t('common.cancel')}
        </Button>
      </div>
      <p className={styles.soft}>{t('privacyRequests.refuseHint')}</p>
    </form>
  );
}

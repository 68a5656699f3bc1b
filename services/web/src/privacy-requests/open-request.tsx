import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Me } from '@ticket-pros/contracts/member';
import type { PrivacyRequest } from '@ticket-pros/contracts/privacy-request';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../tickets/format-time.ts';
import { AnswerForm } from './answer-form.tsx';
import { DueMark } from './due-mark.tsx';
import styles from './privacy-requests.module.css';

/** A request that waits: who asks for what, how much time is left, and the way to answer. */
export function OpenRequest({ request, me }: { request: PrivacyRequest; me: Me }) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { member, kind, details, createdAt, dueAt } = request;
  const { timeZone } = me.account;
  const dueDay = formatDay(new Date(dueAt).toLocaleDateString('en-CA', { timeZone }));
  const stop = () => {
    setAnswering(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <li className={styles.request}>
      <div className={styles.head}>
        <h3 className={styles.who}>
          <Link to="/people/$memberId" params={{ memberId: member.id }}>
            {member.name}
          </Link>
        </h3>
        <DueMark dueAt={dueAt} timeZone={timeZone} />
      </div>
      <p className={styles.kind}>{t(`privacyRequests.kinds.${kind}`)}</p>
      {details === '' ? (
        <p className={styles.soft}>{t('privacyRequests.noDetails')}</p>
      ) : (
        <blockquote className={styles.quote}>{details}</blockquote>
      )}
      <p className={styles.soft}>
        {t('privacyRequests.asked', { time: formatTime(createdAt, timeZone, new Date()) })} ·{' '}
        {t('privacyRequests.due', { day: dueDay })}
      </p>
      {answering ? (
        <AnswerForm request={request} onStop={stop} />
      ) : (
        !me.seeingAs && (
          <div className={styles.buttons}>
            <Button
              ref={button}
              aria-label={t('privacyRequests.answerWhat', { name: member.name })}
              onClick={() => setAnswering(true)}
            >
              {t('privacyRequests.answer')}
            </Button>
          </div>
        )
      )}
    </li>
  );
}

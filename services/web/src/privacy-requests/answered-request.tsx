import { Link } from '@tanstack/react-router';
import type { PrivacyRequest } from '@ticket-pros/contracts/privacy-request';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../tickets/format-time.ts';
import styles from './privacy-requests.module.css';

/** A request of the past, with what was answered, by whom and when. */
export function AnsweredRequest({ request, timeZone }: { request: PrivacyRequest; timeZone: string }) {
  const { t } = useTranslation();
  const { member, kind, details, state, createdAt, answer, answeredBy, answeredAt } = request;
  const when = (moment: string) => formatTime(moment, timeZone, new Date());
  return (
    <li className={styles.request} data-done>
      <div className={styles.head}>
        <h3 className={styles.who}>
          <Link to="/people/$memberId" params={{ memberId: member.id }}>
            {member.name}
          </Link>
        </h3>
        {state !== 'open' && (
          <span className={styles.due} data-tone={state}>
            {t(`privacyRequests.states.${state}`)}
          </span>
        )}
      </div>
      <p className={styles.kind}>
        {t(`privacyRequests.kinds.${kind}`)}{' '}
        <span className={styles.soft}>{t('privacyRequests.asked', { time: when(createdAt) })}</span>
      </p>
      {details !== '' && <blockquote className={styles.quote}>{details}</blockquote>}
      {answer !== null && answeredAt !== null && (
        <div className={styles.answer}>
          <p className={styles.soft}>
            {t('privacyRequests.by', { name: answeredBy ?? t('privacyRequests.byOwner'), time: when(answeredAt) })}
          </p>
          <p className={styles.answerText}>{answer}</p>
        </div>
      )}
    </li>
  );
}

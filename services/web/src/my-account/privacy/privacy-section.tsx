import { useQuery } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { formatTime } from '../../tickets/format-time.ts';
import { AccountSection } from '../account-section.tsx';
import { Folded } from '../folded.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import styles from '../my-account.module.css';
import { FileRequest } from './file-request.tsx';
import { myRequestsQuery } from './my-requests-query.ts';

/** What this person wants of the data about it; the owner of the account answers (promise TP-8). */
export function PrivacySection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const requests = useQuery(myRequestsQuery(me.member.id));
  const timeOf = (moment: string) => formatTime(moment, me.account.timeZone, new Date());
  return (
    <AccountSection
      id="privacy"
      title={t('myAccount.sections.privacy')}
      hint={t('myAccount.privacy.hint', { company: me.account.name })}
    >
      {requests.isPending && <LoadingRows />}
      {requests.isError && <ProblemNotice>{sentence(requests.error)}</ProblemNotice>}
      {requests.data !== undefined && requests.data.length > 0 && (
        <ul className={styles.list}>
          {requests.data.map(({ id, kind, details, state, createdAt, dueAt, answer, answeredBy }) => (
            <li key={id} className={styles.row}>
              <div className={styles.rowText}>
                <b>{t(`myAccount.privacy.kinds.${kind}`)}</b>
                {details !== '' && <span>{details}</span>}
                <span>
                  {t('myAccount.privacy.asked', { time: timeOf(createdAt) })}
                  {state === 'open' && ` · ${t('myAccount.privacy.due', { time: timeOf(dueAt) })}`}
                </span>
                {answer !== null && (
                  <span>{t('myAccount.privacy.answer', { name: answeredBy ?? me.account.name, answer })}</span>
                )}
              </div>
              <span className={styles.tag}>{t(`myAccount.privacy.states.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <Folded label={t('myAccount.privacy.make')}>
        {(close) => <FileRequest memberId={me.member.id} onDone={close} />}
      </Folded>
    </AccountSection>
  );
}

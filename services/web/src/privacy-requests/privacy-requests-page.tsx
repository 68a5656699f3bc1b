import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { OwnerPage } from '../shell/owner-page.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { AnsweredRequest } from './answered-request.tsx';
import { OpenRequest } from './open-request.tsx';
import styles from './privacy-requests.module.css';
import { privacyRequestsQuery } from './privacy-requests-query.ts';

/** What members ask about the data kept of them, and what was answered (promise TP-8). */
export function PrivacyRequestsPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const list = useQuery({ ...privacyRequestsQuery, refetchOnMount: 'always' });
  const open = list.data?.filter(({ state }) => state === 'open') ?? [];
  const done = list.data?.filter(({ state }) => state !== 'open') ?? [];
  return (
    <OwnerPage title={t('privacyRequests.title')} hint={t('privacyRequests.hint')}>
      {list.isPending && list.fetchStatus === 'fetching' && <div className={styles.skeleton} aria-busy />}
      {!list.data && (list.isError || list.fetchStatus === 'paused') && <NotLoadedNotice query={list} />}
      {list.data && open.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconShieldCheck aria-hidden size={36} stroke={1.5} />}
          title={t('privacyRequests.noneTitle')}
          hint={t('privacyRequests.noneHint')}
        />
      )}
      {open.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('privacyRequests.open')}</h2>
          <ul className={styles.list}>
            {open.map((request) => (
              <OpenRequest key={request.id} request={request} me={me} />
            ))}
          </ul>
        </>
      )}
      {done.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('privacyRequests.done')}</h2>
          <ul className={styles.list}>
            {done.map((request) => (
              <AnsweredRequest key={request.id} request={request} timeZone={me.account.timeZone} />
            ))}
          </ul>
        </>
      )}
    </OwnerPage>
  );
}

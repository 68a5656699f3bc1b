import { IconArrowLeft, IconEye, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import subPage from '../people/sub-page.module.css';
import { Notice } from '../shell/notice.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AskForm } from './ask-form.tsx';
import { RereadingRow } from './rereading-row.tsx';
import styles from './rereadings.module.css';
import { rereadingsQuery } from './rereadings-query.ts';

/** Has open tickets read again with what was learned since, and shows how far that is. */
export function RereadingsPage() {
  const { t } = useTranslation();
  usePageTitle(t('rereadings.title'));
  const { me } = useRouteContext({ from: '/signed-in' });
  const list = useQuery(rereadingsQuery);
  const mayChange = me.seeingAs === null;
  return (
    <div className={subPage.page}>
      <Link to="/tickets" className={subPage.back}>
        <IconArrowLeft aria-hidden size={18} />
        {t('tickets.title')}
      </Link>
      <h1 className={styles.title}>{t('rereadings.title')}</h1>
      <p className={styles.hint}>{t('rereadings.hint')}</p>
      {!mayChange && (
        <Notice tone="info" icon={IconEye}>
          {t('accountSettings.seeingAs')}
        </Notice>
      )}
      <AskForm disabled={!mayChange} />
      <h2 className={styles.heading}>{t('rereadings.latest')}</h2>
      {list.isPending && list.fetchStatus === 'fetching' && <div className={styles.skeleton} aria-busy />}
      {!list.data && (list.isError || list.fetchStatus === 'paused') && <NotLoadedNotice query={list} />}
      {list.data?.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconRefresh aria-hidden size={36} stroke={1.5} />}
          title={t('rereadings.noneTitle')}
          hint={t('rereadings.noneHint')}
        />
      )}
      {list.data && list.data.length > 0 && (
        <ul className={styles.list} aria-label={t('rereadings.latest')}>
          {list.data.map((one) => (
            <RereadingRow key={one.id} rereading={one} timeZone={me.account.timeZone} mayStop={mayChange} />
          ))}
        </ul>
      )}
    </div>
  );
}

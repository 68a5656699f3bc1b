import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accountQuery } from '../people/member-queries.ts';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { OwnerPage } from '../shell/owner-page.tsx';
import { meQuery } from '../sign-in/me-query.ts';
import styles from './account.module.css';
import { SettingsForm } from './settings-form.tsx';

/** What owners decide for the whole account. */
export function AccountPage() {
  const { t } = useTranslation();
  const loaded = useRouteContext({ from: '/signed-in' });
  const me = useQuery(meQuery).data ?? loaded.me;
  const account = useQuery(accountQuery);
  return (
    <OwnerPage title={t('accountSettings.title')} width="form">
      {me.seeingAs && (
        <Notice tone="info" icon={IconEye}>
          {t('accountSettings.seeingAs')}
        </Notice>
      )}
      {account.isPending && account.fetchStatus === 'fetching' && (
        <div className={styles.skeleton} aria-busy>
          <span />
          <span />
          <span />
          <span />
        </div>
      )}
      {!account.data && (account.isError || account.fetchStatus === 'paused') && <NotLoadedNotice query={account} />}
      {account.data && <SettingsForm account={account.data} me={me} />}
    </OwnerPage>
  );
}

import { IconCloudOff } from '@tabler/icons-react';
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../identity/mark.tsx';
import { useLiveTickets } from '../live/use-live-tickets.ts';
import { useOnline } from '../live/use-online.ts';
import { AccountMenu } from './account-menu.tsx';
import { MainLinks } from './main-links.tsx';
import { SeeingAsBanner } from './seeing-as-banner.tsx';
import styles from './shell.module.css';

/** The frame around every signed-in page: a slim bar on top, on phones a bar for the thumb at the bottom. */
export function AppShell() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const live = useLiveTickets();
  const online = useOnline();
  const cutOff = !online || live === 'lost';
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <Mark size={26} />
          <b>{t('common.productName')}</b>
        </span>
        <MainLinks role={me.member.role} />
        <span className={styles.account}>
          <span role="status">
            {cutOff && (
              <span className={styles.offline}>
                <IconCloudOff aria-hidden size={16} />
                <span>{t('common.offline')}</span>
              </span>
            )}
          </span>
          <AccountMenu me={me} />
        </span>
      </header>
      {me.seeingAs && <SeeingAsBanner name={me.member.name} memberId={me.member.id} />}
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

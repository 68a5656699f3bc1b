import { IconLock } from '@tabler/icons-react';
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import { PageNotice } from './page-notice.tsx';

/** Shows a page to owners; tells everybody else whom to ask. */
export function OwnersOnly() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  if (me.member.role === 'owner') return <Outlet />;
  return (
    <PageNotice
      icon={<IconLock aria-hidden size={36} stroke={1.5} />}
      title={t('accountSettings.ownersOnly.title')}
      hint={t('accountSettings.ownersOnly.hint', { company: me.account.name })}
    >
      <LinkButton to="/tickets">{t('shell.toTickets')}</LinkButton>
    </PageNotice>
  );
}

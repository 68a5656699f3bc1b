import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import { PageNotice } from './page-notice.tsx';
import { usePageTitle } from './use-page-title.ts';

/** What an address leads to that no page has. */
export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFoundTitle'));
  return (
    <PageNotice title={t('shell.notFoundTitle')} hint={t('shell.notFoundHint')}>
      <LinkButton to="/tickets">{t('shell.toTickets')}</LinkButton>
    </PageNotice>
  );
}

import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import { PageNotice } from './page-notice.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <PageNotice title={t('shell.notFoundTitle')} hint={t('shell.notFoundHint')}>
        <LinkButton to="/tickets">{t('shell.toTickets')}</LinkButton>
      </PageNotice>
    </main>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageNotice } from './page-notice.tsx';

/** What is left when a page stopped working. */
export function CrashNotice() {
  const { t } = useTranslation();
  return (
    <main>
      <PageNotice title={t('shell.crashTitle')} hint={t('shell.crashHint')}>
        <Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button>
      </PageNotice>
    </main>
  );
}

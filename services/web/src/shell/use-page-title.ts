import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the page in the browser's tab and history, for as long as it is shown. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('common.productName');
  useEffect(() => {
    document.title = `${title} – ${product}`;
    return () => {
      document.title = product;
    };
  }, [title, product]);
}

import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Gives the function that says shortly that something is saved. */
export function useSaved(): () => void {
  const { t } = useTranslation();
  return () => void notifications.show({ message: t('myAccount.saved') });
}

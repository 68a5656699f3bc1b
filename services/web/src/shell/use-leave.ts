import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signOut } from '../sign-in/sign-out.ts';

/** Gives the function that signs out and leads back to the door. */
export function useLeave(): () => Promise<void> {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return async () => {
    try {
      await signOut();
      queryClient.clear();
      window.location.assign('/sign-in');
    } catch {
      notifications.show({ color: 'red', message: t('common.unreachable') });
    }
  };
}

import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { AccountSettings } from '@ticket-pros/contracts/account';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useConfirmIdentity } from '../my-account/confirm-identity/use-confirm-identity.ts';
import { accountQuery } from '../people/member-queries.ts';
import { meQuery } from '../sign-in/me-query.ts';

/** Saves what owners changed, after they proved who they are; pages that show it show the new from then on. */
export function useSaveSettings() {
  const { t } = useTranslation();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const router = useRouter();
  const save = useMutation({
    mutationFn: (change: Partial<AccountSettings>) =>
      confirmIdentity(() => readAnswer(api.PATCH('/v1/account', { body: change }))),
    onSuccess: async (account) => {
      queryClient.setQueryData(accountQuery.queryKey, account);
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      // Every page takes company and time zone from what the router loaded.
      await router.invalidate();
      notifications.show({ color: 'petrol', message: t('accountSettings.saved') });
    },
  });
  const { mutate, isPending, reset } = save;
  const error = problemCode(save.error) === 'confirm_first' ? null : save.error;
  return { mutate, isPending, reset, error };
}

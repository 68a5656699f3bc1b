import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiKey } from '@ticket-pros/contracts/api-key';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useConfirmIdentity } from '../my-account/confirm-identity/use-confirm-identity.ts';
import { ActionDialog } from '../people/member/action-dialog.tsx';
import styles from './api-keys.module.css';
import { apiKeysQuery } from './api-keys-query.ts';

/** Asks once before a key stops working. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const { id: keyId, name } = apiKey;
  const revoke = useMutation({
    mutationFn: () =>
      confirmIdentity(() => readAnswer(api.DELETE('/v1/api-keys/{keyId}', { params: { path: { keyId } } }))),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      notifications.show({ color: 'petrol', message: t('apiKeys.revoke.done', { name }) });
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('apiKeys.revoke.title', { name })}
      submit={t('apiKeys.revoke.submit')}
      isReady
      isDangerous
      isPending={revoke.isPending}
      error={problemCode(revoke.error) === 'confirm_first' ? null : revoke.error}
      onSubmit={() => revoke.mutate()}
      onClose={onClose}
    >
      <p className={styles.plain}>{t('apiKeys.revoke.hint')}</p>
    </ActionDialog>
  );
}

import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import type { ApprovalChange } from './changed-approval.ts';
import { selfApprovalQuery } from './self-approval-query.ts';

/** Saves what an owner changed about tickets that approve themselves. */
export function useSaveApproval() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: ApprovalChange) => readAnswer(api.PATCH('/v1/self-approval', { body: change })),
    onSuccess: (saved) => {
      queryClient.setQueryData(selfApprovalQuery.queryKey, saved);
      notifications.show({ color: 'petrol', message: t('accountSettings.saved') });
    },
  });
}

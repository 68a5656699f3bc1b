import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KnownForm } from '@ticket-pros/contracts/learning';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { readDone } from '../api/read-answer.ts';
import { ActionDialog } from '../people/member/action-dialog.tsx';
import styles from './forms.module.css';
import { formsQuery } from './forms-query.ts';

/** Asks once before what a form taught is gone. */
export function ForgetFormDialog({ form, onClose }: { form: KnownForm; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const name = form.issuer ?? t('forms.noIssuer');
  const forget = useMutation({
    mutationFn: () => readDone(api.DELETE('/v1/forms/{formId}', { params: { path: { formId: form.id } } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: formsQuery.queryKey });
      notifications.show({ color: 'petrol', message: t('forms.forget.done', { name }) });
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('forms.forget.title', { name })}
      submit={t('forms.forget.submit')}
      isReady
      isDangerous
      isPending={forget.isPending}
      error={forget.error}
      onSubmit={() => forget.mutate()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('forms.forget.hint', { count: form.examples })}</p>
    </ActionDialog>
  );
}

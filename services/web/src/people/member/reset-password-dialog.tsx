import { Button, Group, Modal } from '@mantine/core';
import type { Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './action-dialog.tsx';
import { GivenPassword } from './given-password.tsx';
import styles from './member-page.module.css';
import { resetPassword } from './member-requests.ts';
import { useMemberAction } from './use-member-action.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** Makes a new password for a member without e-mail, and shows it this once. */
export function ResetPasswordDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const reset = useMemberAction(resetPassword);
  useReturnFocus();
  const title = t('people.resetPassword.title', { name: member.name });
  if (reset.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        // It is not shown a second time, so a slip of the hand must not take it away.
        closeOnClickOutside={false}
        closeOnEscape={false}
        centered
      >
        <div className={styles.dialog}>
          <GivenPassword given={reset.data} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('people.given.noted')}</Button>
          </Group>
        </div>
      </Modal>
    );
  }
  return (
    <ActionDialog
      title={title}
      submit={t('people.resetPassword.submit')}
      isReady
      isPending={reset.isPending}
      error={reset.error}
      onSubmit={() => reset.mutate(member.id)}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('people.resetPassword.result')}</p>
    </ActionDialog>
  );
}

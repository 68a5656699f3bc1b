import { notifications } from '@mantine/notifications';
import type { Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './action-dialog.tsx';
import styles from './member-page.module.css';
import { resetSecondFactor } from './member-requests.ts';
import { useMemberAction } from './use-member-action.ts';

/** Asks once before a member's second factor is taken away, for who lost phone and recovery codes. */
export function ResetSecondFactorDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const { name } = member;
  const act = useMemberAction(resetSecondFactor, () => {
    onClose();
    notifications.show({ color: 'petrol', message: t('people.resetSecondFactor.done', { name }) });
  });
  return (
    <ActionDialog
      title={t('people.resetSecondFactor.title', { name })}
      submit={t('people.resetSecondFactor.open')}
      isReady
      isPending={act.isPending}
      isDangerous
      error={act.error}
      onSubmit={() => act.mutate(member.id)}
      onClose={onClose}
    >
      <ul className={styles.list}>
        <li>{t('people.resetSecondFactor.password')}</li>
        <li>{t('people.resetSecondFactor.sessions')}</li>
      </ul>
    </ActionDialog>
  );
}

import { notifications } from '@mantine/notifications';
import type { Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import type { MemberTree } from '../member-tree.ts';
import { ActionDialog } from './action-dialog.tsx';
import styles from './member-page.module.css';
import { deactivateMember, reactivateMember } from './member-requests.ts';
import { useMemberAction } from './use-member-action.ts';

interface DeactivateDialogProps {
  tree: MemberTree;
  member: Member;
  onClose: () => void;
}

/** Asks once before a member loses its access, or gets it back. */
export function DeactivateDialog({ tree, member, onClose }: DeactivateDialogProps) {
  const { t } = useTranslation();
  const { name, isActive } = member;
  const below = tree.countBelow(member.id);
  const act = useMemberAction(isActive ? deactivateMember : reactivateMember, () => {
    onClose();
    const message = isActive ? t('people.deactivate.done', { name }) : t('people.reactivate.done', { name });
    notifications.show({ color: 'petrol', message });
  });
  return (
    <ActionDialog
      title={isActive ? t('people.deactivate.title', { name }) : t('people.reactivate.title', { name })}
      submit={isActive ? t('people.deactivate.open') : t('people.reactivate.open')}
      isReady
      isPending={act.isPending}
      isDangerous={isActive}
      error={act.error}
      onSubmit={() => act.mutate(member.id)}
      onClose={onClose}
    >
      {isActive ? (
        <ul className={styles.list}>
          <li>{t('people.deactivate.sessions')}</li>
          {member.ticketCount > 0 && <li>{t('people.deactivate.tickets', { count: member.ticketCount })}</li>}
          {below > 0 && <li>{t('people.deactivate.below', { count: below })}</li>}
          <li>{t('people.deactivate.invitations')}</li>
        </ul>
      ) : (
        <p className={styles.hint}>{t('people.reactivate.result')}</p>
      )}
    </ActionDialog>
  );
}

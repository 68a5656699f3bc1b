import { notifications } from '@mantine/notifications';
import type { Member } from '@ticket-pros/contracts/member';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedReceiver } from '../blocked-choice.ts';
import { MemberPicker } from '../member-picker.tsx';
import type { MemberTree } from '../member-tree.ts';
import { seesBranchOf } from '../members-who-see.ts';
import { ActionDialog } from './action-dialog.tsx';
import styles from './member-page.module.css';
import { handOver } from './member-requests.ts';
import { useMemberAction } from './use-member-action.ts';

interface HandOverDialogProps {
  tree: MemberTree;
  member: Member;
  onClose: () => void;
}

/** Whether a member no longer sees its tickets when `receiver` has them. */
function losesSight(tree: MemberTree, member: Member, receiver: Member): boolean {
  return member.visibility === 'branch' && !seesBranchOf(tree, member, receiver);
}

/** Chooses who gets all tickets of a member. */
export function HandOverDialog({ tree, member, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const receiver = chosen === null ? undefined : tree.byId.get(chosen);
  const hand = useMemberAction(
    (toMemberId: string) => handOver(member.id, toMemberId),
    ({ tickets }) => {
      onClose();
      const message = t('people.handOver.done', { count: tickets, name: receiver?.name ?? '' });
      notifications.show({ color: 'petrol', message });
    },
  );
  return (
    <ActionDialog
      title={t('people.handOver.title', { name: member.name })}
      submit={t('people.handOver.submit', { count: member.ticketCount })}
      isReady={receiver !== undefined}
      isPending={hand.isPending}
      error={hand.error}
      onSubmit={() => chosen !== null && hand.mutate(chosen)}
      onClose={onClose}
    >
      <MemberPicker
        tree={tree}
        autoFocus
        label={t('people.handOver.to')}
        value={chosen}
        onChange={setChosen}
        blocked={(candidate) => blockedReceiver(member, candidate)}
      />
      <p className={styles.hint} role="status">
        {receiver && (
          <>
            {t('people.handOver.result', { count: member.ticketCount, from: member.name, to: receiver.name })}{' '}
            {losesSight(tree, member, receiver) && t('people.handOver.loses', { name: member.name })}
          </>
        )}
      </p>
    </ActionDialog>
  );
}

import { notifications } from '@mantine/notifications';
import { IconArrowsMove } from '@tabler/icons-react';
import type { Member } from '@ticket-pros/contracts/member';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../shell/notice.tsx';
import { blockedSuperior } from '../blocked-choice.ts';
import { describeMove } from '../describe-move.ts';
import { MemberPicker } from '../member-picker.tsx';
import type { MemberTree } from '../member-tree.ts';
import { ActionDialog } from './action-dialog.tsx';
import { changeMember } from './member-requests.ts';
import { useMemberAction } from './use-member-action.ts';

interface MoveDialogProps {
  tree: MemberTree;
  member: Member;
  accountName: string;
  onClose: () => void;
}

/** Chooses whom a member reports to from now on, and says first who comes along and whose sight changes. */
export function MoveDialog({ tree, member, accountName, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const superiorId = chosen === 'account' ? null : chosen;
  const superior = superiorId === null ? accountName : (tree.byId.get(superiorId)?.name ?? '');
  const effect = chosen === null ? null : describeMove(tree, member, superiorId);
  const names = (members: Member[]) => members.map(({ name }) => name).join(', ');
  const move = useMemberAction(
    (reportsTo: string | null) => changeMember(member.id, { reportsTo }),
    () => {
      onClose();
      notifications.show({ color: 'petrol', message: t('people.move.done', { name: member.name, superior }) });
    },
  );

  return (
    <ActionDialog
      title={t('people.move.title', { name: member.name })}
      submit={t('people.move.submit')}
      isReady={chosen !== null}
      isPending={move.isPending}
      error={move.error}
      onSubmit={() => move.mutate(superiorId)}
      onClose={onClose}
    >
      <MemberPicker
        tree={tree}
        autoFocus
        label={t('people.move.to')}
        value={chosen}
        onChange={setChosen}
        account={{ name: accountName, blocked: member.reportsTo === null ? 'already' : null }}
        blocked={(candidate) => blockedSuperior(tree, member, candidate)}
      />
      <div role="status">
        {effect && (
          <Notice tone="info" icon={IconArrowsMove} title={t('people.move.result', { name: member.name, superior })}>
            {effect.along > 0 && <div>{t('people.move.along', { count: effect.along })}</div>}
            {effect.gains.length > 0 && <div>{t('people.move.gains', { names: names(effect.gains) })}</div>}
            {effect.loses.length > 0 && <div>{t('people.move.loses', { names: names(effect.loses) })}</div>}
            {effect.gains.length + effect.loses.length === 0 && <div>{t('people.move.sameSight')}</div>}
          </Notice>
        )}
      </div>
    </ActionDialog>
  );
}

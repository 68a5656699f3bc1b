import { Button } from '@mantine/core';
import type { Me, Member } from '@ticket-pros/contracts/member';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberTree } from '../member-tree.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import styles from './member-page.module.css';
import { seeAs } from './member-requests.ts';
import { MoveDialog } from './move-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { ResetSecondFactorDialog } from './reset-second-factor-dialog.tsx';
import { useMemberAction } from './use-member-action.ts';

type OpenDialog = 'move' | 'handOver' | 'resetPassword' | 'resetSecondFactor' | 'deactivate' | null;

/** What an owner can do with a member, each with a word on what it means. */
export function MemberActions({ tree, member, me }: { tree: MemberTree; member: Member; me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<OpenDialog>(null);
  const isMe = member.id === me.member.id;
  const superior = member.reportsTo === null ? undefined : tree.byId.get(member.reportsTo);
  // Nothing of what the owner saw may stay on the page, so it is loaded anew.
  const look = useMemberAction(seeAs, () => window.location.assign('/tickets'));
  const close = () => setOpen(null);
  const dialog = { tree, member, onClose: close };

  return (
    <div className={styles.actions}>
      <Action hint={t('people.reportsToName', { name: superior?.name ?? me.account.name })}>
        <Button variant="default" disabled={member.role === 'owner'} onClick={() => setOpen('move')}>
          {t('people.move.open')}
        </Button>
      </Action>
      {!isMe && member.isActive && (
        <Action hint={t('people.seeAs.hint')}>
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate(member.id)}>
            {t('people.seeAs.open', { name: member.name })}
          </Button>
        </Action>
      )}
      <ProblemNotice error={look.error} />
      <Action
        hint={
          member.ticketCount === 0
            ? t('people.handOver.none')
            : t('people.handOver.hint', { count: member.ticketCount })
        }
      >
        <Button variant="default" disabled={member.ticketCount === 0} onClick={() => setOpen('handOver')}>
          {t('people.handOver.open')}
        </Button>
      </Action>
      {member.signInName !== null && (
        <Action hint={t('people.resetPassword.hint')}>
          <Button variant="default" onClick={() => setOpen('resetPassword')}>
            {t('people.resetPassword.open')}
          </Button>
        </Action>
      )}
      {!isMe && member.hasSecondFactor === true && (
        <Action hint={t('people.resetSecondFactor.hint')}>
          <Button variant="default" onClick={() => setOpen('resetSecondFactor')}>
            {t('people.resetSecondFactor.open')}
          </Button>
        </Action>
      )}
      {!isMe && (
        <Action hint={t(member.isActive ? 'people.deactivate.hint' : 'people.reactivate.hint')}>
          <Button
            variant="default"
            className={styles.danger ?? ''}
            data-danger={member.isActive}
            onClick={() => setOpen('deactivate')}
          >
            {t(member.isActive ? 'people.deactivate.open' : 'people.reactivate.open')}
          </Button>
        </Action>
      )}
      {open === 'move' && <MoveDialog {...dialog} accountName={me.account.name} />}
      {open === 'handOver' && <HandOverDialog {...dialog} />}
      {open === 'resetPassword' && <ResetPasswordDialog member={member} onClose={close} />}
      {open === 'resetSecondFactor' && <ResetSecondFactorDialog member={member} onClose={close} />}
      {open === 'deactivate' && <DeactivateDialog {...dialog} />}
    </div>
  );
}

function Action({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <div className={styles.action}>
      <span>{hint}</span>
      {children}
    </div>
  );
}

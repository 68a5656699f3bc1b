import { notifications } from '@mantine/notifications';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import type { Invitation } from '@ticket-pros/contracts/invitation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';
import { useConfirmIdentity } from '../../my-account/confirm-identity/use-confirm-identity.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { PageNotice } from '../../shell/page-notice.tsx';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { ActionDialog } from '../member/action-dialog.tsx';
import { NotLoadedNotice } from '../people-notice.tsx';
import { SubPage } from '../sub-page.tsx';
import { InvitationRow } from './invitation-row.tsx';
import styles from './invitations.module.css';
import { invitationsQuery } from './invitations-query.ts';

/** Who was invited and has not joined yet, and how that ended for the others. */
export function InvitationsPage() {
  const { t } = useTranslation();
  usePageTitle(t('people.invitations.title'));
  const { me } = useRouteContext({ from: '/signed-in' });
  const list = useQuery(invitationsQuery);
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const open = list.data?.filter(({ state }) => state === 'open') ?? [];
  const over = list.data?.filter(({ state }) => state !== 'open') ?? [];
  const rows = (invitations: Invitation[]) => (
    <ul className={styles.list}>
      {invitations.map((one) => (
        <InvitationRow key={one.id} invitation={one} me={me} onRevoke={() => setRevoking(one)} />
      ))}
    </ul>
  );

  return (
    <SubPage title={t('people.invitations.title')}>
      {list.isPending && list.fetchStatus === 'fetching' && <div className={styles.skeleton} aria-busy />}
      {!list.data && (list.isError || list.fetchStatus === 'paused') && <NotLoadedNotice query={list} />}
      {list.data && open.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconMailForward aria-hidden size={36} stroke={1.5} />}
          title={t('people.invitations.noneTitle')}
          hint={t('people.invitations.noneHint')}
        >
          {me.member.mayInvite && !me.seeingAs && <LinkButton to="/people/add">{t('people.add.title')}</LinkButton>}
        </PageNotice>
      )}
      {open.length > 0 && rows(open)}
      {over.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('people.invitations.over')}</h2>
          {rows(over)}
        </>
      )}
      {revoking && <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} />}
    </SubPage>
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => {
      const params = { path: { invitationId: invitation.id } };
      return confirmIdentity(() => readAnswer(api.DELETE('/v1/invitations/{invitationId}', { params })));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      notifications.show({ color: 'petrol', message: t('people.invitations.revoked') });
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('people.invitations.revokeTitle')}
      submit={t('people.invitations.revoke')}
      isReady
      isDangerous
      isPending={revoke.isPending}
      error={problemCode(revoke.error) === 'confirm_first' ? null : revoke.error}
      onSubmit={() => revoke.mutate()}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('people.invitations.revokeHint')}</p>
    </ActionDialog>
  );
}

import { Button } from '@mantine/core';
import { IconMail, IconQrcode } from '@tabler/icons-react';
import type { Invitation } from '@ticket-pros/contracts/invitation';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../tickets/format-time.ts';
import styles from './invitations.module.css';

interface InvitationRowProps {
  invitation: Invitation;
  me: Me;
  onRevoke: () => void;
}

/** One invitation: for whom, to which place, by whom, until when. */
export function InvitationRow({ invitation, me, onRevoke }: InvitationRowProps) {
  const { t } = useTranslation();
  const { email, name, role, reportsTo, createdBy, expiresAt, maxUses, uses, state } = invitation;
  const Icon = email === null ? IconQrcode : IconMail;
  const title = email === null ? (name ?? t('people.invitations.link')) : (name ?? email);
  const place = t('people.invitations.place', {
    role: t(`people.roles.${role}`),
    superior: reportsTo?.name ?? me.account.name,
  });
  const expires = t('people.invitations.expires', { time: formatTime(expiresAt, me.account.timeZone, new Date()) });
  const details = [
    ...(email !== null && name !== null ? [email] : []),
    t('people.invitations.by', { name: createdBy }),
    ...(maxUses > 1 || uses > 0 ? [t('people.invitations.uses', { uses, count: maxUses })] : []),
    state === 'open' ? expires : t(`people.invitations.states.${state}`),
  ];
  return (
    <li className={styles.row}>
      <Icon aria-hidden size={22} stroke={1.6} className={styles.icon} />
      <div className={styles.text}>
        <b>{title}</b>
        <span>{place}</span>
        <span className={styles.soft}>{details.join(' · ')}</span>
      </div>
      {state === 'open' && !me.seeingAs && (
        <Button variant="default" aria-label={t('people.invitations.revokeWhat', { what: title })} onClick={onRevoke}>
          {t('people.invitations.revoke')}
        </Button>
      )}
    </li>
  );
}

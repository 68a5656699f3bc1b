import { Button } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import type { madeInvitationSchema } from '@ticket-pros/contracts/invitation';
import type { Me } from '@ticket-pros/contracts/member';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { QrCode } from '../../shell/qr-code.tsx';
import { formatTime } from '../../tickets/format-time.ts';
import { CopyButton } from '../copy-button.tsx';
import styles from './add-people.module.css';

interface MadeLinkProps {
  made: z.infer<typeof madeInvitationSchema>;
  me: Me;
  onAnother: () => void;
}

/** The link of a new invitation: to be scanned from this screen, copied or passed on. */
export function MadeLink({ made, me, onAnother }: MadeLinkProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { invitation, link } = made;
  const until = formatTime(invitation.expiresAt, me.account.timeZone, new Date());
  const words = { company: me.account.name, role: t(`people.roles.${invitation.role}`) };

  const share = async () => {
    // Closing the phone's own dialog rejects as well; there is nothing to say about it.
    await navigator.share({ title: t('people.add.link.shareTitle', words), url: link }).catch(() => undefined);
  };
  return (
    <div className={styles.made}>
      <QrCode size="large" text={link} label={t('people.add.link.qrLabel', words)} />
      <div className={styles.madeText}>
        <h2 ref={heading} tabIndex={-1}>
          {t('people.add.link.scan')}
        </h2>
        <p>
          {t('people.add.link.joinsAs', words)}{' '}
          {invitation.reportsTo && t('people.reportsToName', { name: invitation.reportsTo.name })}
        </p>
        <p>{t('people.add.link.works', { count: invitation.maxUses, time: until })}</p>
        <p className={styles.link} translate="no">
          {link}
        </p>
        <div className={styles.buttons}>
          {'share' in navigator && (
            <Button leftSection={<IconShare2 aria-hidden size={18} />} onClick={() => void share()}>
              {t('people.add.link.share')}
            </Button>
          )}
          <CopyButton text={link} label={t('people.add.link.copy')} />
          <Button variant="subtle" onClick={onAnother}>
            {t('people.add.link.another')}
          </Button>
        </div>
        <p className={styles.soft}>{t('people.add.link.once')}</p>
      </div>
    </div>
  );
}

import { IconCloudOff, IconQrcode } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useOnline } from '../live/use-online.ts';
import { t } from '../messages/capture-messages.ts';
import { usePageLanguage } from '../messages/use-page-language.ts';
import styles from './capture.module.css';
import { CaptureHeader } from './capture-header.tsx';
import { CaptureBar } from './draft/capture-bar.tsx';
import { DraftTicket } from './draft/draft-ticket.tsx';
import { useDraft } from './draft/use-draft.ts';
import { InstallNotices } from './install/install-notices.tsx';
import { useHandedInFiles } from './install/use-handed-in-files.ts';
import { MyTickets } from './my-tickets/my-tickets.tsx';
import { useRecentTickets } from './my-tickets/use-recent-tickets.ts';
import type { Outbox } from './outbox/outbox.ts';
import { type OutboxSender, startSending } from './outbox/start-sending.ts';
import { SeeingAsNotice } from './seeing-as-notice.tsx';
import type { CaptureMember } from './signed-in-member.ts';

interface CapturePageProps {
  outbox: Outbox;
  member: CaptureMember;
  mayInvite: boolean;
  /** An owner looks at the page as this member: nothing is photographed, and nothing that is kept here is sent. */
  isSeenAs: boolean;
}

/** Photograph, send, see what became of it: the whole of the phone's page. */
export function CapturePage({ outbox, member, mayInvite, isSeenAs }: CapturePageProps) {
  const view = useSyncExternalStore(outbox.subscribe, outbox.view);
  const online = useOnline();
  usePageLanguage();
  const recent = useRecentTickets(member.id);
  const sender = useSender(outbox, !isSeenAs, recent.reload);
  const { draft, preparing, problem, addPhotos, removePhoto, send } = useDraft(outbox, view);
  useHandedInFiles(isSeenAs ? null : member.id, addPhotos);
  const [announcement, setAnnouncement] = useState('');

  const sendDraft = async () => {
    await send();
    setAnnouncement(t('capture.keptHere'));
    sender.current?.wake();
  };

  return (
    <div className={styles.page}>
      <CaptureHeader
        member={member}
        online={online}
        hasUnsent={view.tickets.some(({ status }) => status !== 'stored')}
      />
      <main className={styles.main}>
        <h1 className={styles.hidden}>{t('capture.title')}</h1>
        {isSeenAs && <SeeingAsNotice name={member.name} memberId={member.id} />}
        {!online && (
          <p className={styles.banner} role="status">
            <IconCloudOff aria-hidden size={24} />
            {t('capture.offline')}
          </p>
        )}
        {view.paused !== null && (
          <p className={styles.banner} role="alert">
            <span>{t('capture.signInAgain')}</span>
            <a className={styles.secondary} href="/capture">
              {t('capture.signIn')}
            </a>
          </p>
        )}
        {!isSeenAs && <DraftTicket draft={draft} preparing={preparing} problem={problem} onRemove={removePhoto} />}
        <InstallNotices calm={draft === undefined && preparing === 0} />
        <div className={styles.mine}>
          <MyTickets
            outbox={outbox}
            view={view}
            member={member}
            online={online}
            recent={recent}
            onSendNow={() => sender.current?.hurry()}
          />
          {mayInvite && (
            <a className={styles.invite} href="/people/add">
              <IconQrcode aria-hidden size={24} />
              {t('capture.invite')}
            </a>
          )}
        </div>
        <p className={styles.hidden} aria-live="polite">
          {announcement}
        </p>
      </main>
      {!isSeenAs && (
        <CaptureBar
          photoCount={draft?.photos.length ?? 0}
          busy={preparing > 0}
          onPhotos={addPhotos}
          onSend={sendDraft}
        />
      )}
    </div>
  );
}

function useSender(outbox: Outbox, maySend: boolean, onStored: () => Promise<void>) {
  const sender = useRef<OutboxSender | null>(null);
  useEffect(() => {
    if (!maySend) return;
    const started = startSending(outbox, () => void onStored());
    sender.current = started;
    return started.stop;
  }, [outbox, maySend, onStored]);
  return sender;
}

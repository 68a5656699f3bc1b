import { IconCloudOff, IconQrcode } from '@tabler/icons-react';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useOnline } from '../live/use-online.ts';
import { t } from '../messages/capture-messages.ts';
import { usePageLanguage } from '../messages/use-page-language.ts';
import styles from './capture.module.css';
import { CaptureHeader } from './capture-header.tsx';
import { CaptureBar } from './draft/capture-bar.tsx';
import { DraftTicket } from './draft/draft-ticket.tsx';
import { useDraft } from './draft/use-draft.ts';
import { useJudgements } from './draft/use-judgements.ts';
import { InstallNotices } from './install/install-notices.tsx';
import { useHandedInFiles } from './install/use-handed-in-files.ts';
import { MyTickets } from './my-tickets/my-tickets.tsx';
import { ReadBack } from './my-tickets/read-back/read-back.tsx';
import { StoredCount } from './my-tickets/stored-count.tsx';
import { useRecentTickets } from './my-tickets/use-recent-tickets.ts';
import type { Outbox } from './outbox/outbox.ts';
import { OutboxNotices } from './outbox/outbox-notices.tsx';
import { type OutboxSender, startSending } from './outbox/start-sending.ts';
import { SeeingAsNotice } from './seeing-as-notice.tsx';
import type { CaptureMember } from './signed-in-member.ts';
import { useCameraPlace } from './use-camera-place.ts';
import { useLatePart } from './use-late-part.ts';

// The service worker keeps them on the phone; on a first visit it may not have them yet.
const loadCamera = async () => ({
  CameraView: (await import('./camera/camera-view.tsx')).CameraView,
  PhotoReview: (await import('./draft/photo-review.tsx')).PhotoReview,
});

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
  const judgements = useJudgements();
  const draft = useDraft({
    outbox,
    view,
    onKept: (photoId, { bytes, mediaType }) => void judgements.judge(photoId, new Blob([bytes], { type: mediaType })),
    sendFromMemory: async (photo, details) => (await sender.current?.sendUnkept([photo], details)) ?? 'not_sent',
  });
  const { isOpen, open, close } = useCameraPlace(!isSeenAs);
  const [looked, setLooked] = useState<string | null>(null);
  const late = useLatePart(loadCamera, isOpen || looked !== null);
  const camera = late.part;
  const [announcement, setAnnouncement] = useState('');

  const send = async () => {
    const isSent = await draft.send();
    if (isSent) setAnnouncement(t('capture.keptHere'));
    sender.current?.wake();
    return isSent;
  };
  const retake = async (ticketId: string) => {
    await draft.startRetake(ticketId);
    open();
  };
  const notes = [...(online ? [] : [t('capture.offline')]), ...(view.nearlyFull ? [t('camera.nearlyFull')] : [])];
  const photos = draft.draft?.photos ?? [];
  const isFull = photos.length >= uploadLimits.imagesPerTicket;
  useHandedInFiles({
    memberId: isSeenAs || isFull ? null : member.id,
    inDraft: photos.map(({ sha256 }) => sha256),
    onFiles: draft.addFiles,
  });
  const page = photos.findIndex(({ id }) => id === looked) + 1;
  const removeLooked = () => {
    if (looked !== null) void draft.removePhoto(looked);
    setLooked(null);
  };
  const review = camera !== null && looked !== null && page > 0 && (
    <camera.PhotoReview
      key={looked}
      outbox={outbox}
      photoId={looked}
      page={page}
      judgement={judgements.judged.get(looked)}
      onRemove={removeLooked}
      onRetake={() => {
        removeLooked();
        if (!isOpen) open();
      }}
      onClose={() => setLooked(null)}
    />
  );
  const readBack = !isSeenAs && (
    <ReadBack recent={recent} entries={view.tickets} onRetake={(ticketId) => void retake(ticketId)} />
  );

  if (isOpen && !late.failed) {
    return (
      <main>
        <h1 className={styles.hidden}>{t('capture.title')}</h1>
        {camera === null ? (
          <p className={styles.cameraComing}>{t('camera.starting')}</p>
        ) : (
          <camera.CameraView
            draft={draft}
            judgements={judgements}
            notes={notes}
            outboxNotices={<OutboxNotices view={view} />}
            count={<StoredCount view={view} />}
            readBack={photos.length === 0 && readBack}
            onLook={setLooked}
            onSend={send}
            onClose={close}
          />
        )}
        {review}
      </main>
    );
  }
  return (
    <div className={styles.page}>
      <CaptureHeader
        member={member}
        online={online}
        hasUnsent={view.tickets.some(({ status }) => status !== 'stored')}
      />
      <main className={styles.main}>
        <h1 className={styles.hidden}>{t('capture.title')}</h1>
        {!isSeenAs && <StoredCount view={view} />}
        {isSeenAs && <SeeingAsNotice name={member.name} memberId={member.id} />}
        {!online && (
          <p className={styles.banner} role="status">
            <IconCloudOff aria-hidden size={24} />
            {t('capture.offline')}
          </p>
        )}
        {late.failed && (isOpen || looked !== null) && (
          <p className={styles.banner} role="alert">
            <IconCloudOff aria-hidden size={24} />
            {t('camera.notHere')}
          </p>
        )}
        <OutboxNotices view={view} />
        {readBack}
        {!isSeenAs && (
          <DraftTicket draft={draft} judged={judgements.judged} nearlyFull={view.nearlyFull} onLook={setLooked} />
        )}
        <InstallNotices calm={draft.draft === undefined && draft.preparing === 0} />
        <div className={styles.mine}>
          <MyTickets
            outbox={outbox}
            view={view}
            member={member}
            online={online}
            recent={recent}
            onSendNow={() => sender.current?.hurry()}
            onRetake={isSeenAs ? null : (ticketId) => void retake(ticketId)}
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
          photoCount={photos.length}
          busy={draft.preparing > 0}
          onOpenCamera={isOpen ? late.tryAgain : open}
          onFiles={draft.addFiles}
          onSend={send}
        />
      )}
      {review}
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

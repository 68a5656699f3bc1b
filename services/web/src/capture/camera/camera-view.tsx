import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { t } from '../../messages/capture-messages.ts';
import { DraftNotices } from '../draft/draft-notices.tsx';
import type { Draft } from '../draft/use-draft.ts';
import type { Judgements } from '../draft/use-judgements.ts';
import type { NewPhoto } from '../outbox/outbox-ticket.ts';
import styles from './camera.module.css';
import { CameraControls } from './camera-controls.tsx';
import noticeStyles from './camera-notices.module.css';
import { CameraTop } from './camera-top.tsx';
import { NoCamera } from './no-camera.tsx';
import { OutlineOverlay } from './outline-overlay.tsx';
import { PageStrip } from './page-strip.tsx';
import type { PhotoLooker } from './photo-looker.ts';
import { QualityNotice } from './quality-notice.tsx';
import { useCamera } from './use-camera.ts';
import { useHand } from './use-hand.ts';
import { useOutline } from './use-outline.ts';
import { useShutter } from './use-shutter.ts';

interface CameraViewProps {
  draft: Draft;
  judgements: Judgements;
  /** What has to be known while photographing: no signal, hardly any space. */
  notes: readonly string[];
  /** What keeps tickets from being sent. */
  outboxNotices: ReactNode;
  /** How many were photographed, and how many are stored. */
  count: ReactNode;
  /** What was read on the ticket before, while its paper is in hand. */
  readBack: ReactNode;
  onLook: (photoId: string) => void;
  onSend: () => Promise<boolean>;
  onClose: () => void;
}

/** The camera, one thumb: photo after photo into the ticket, ticket after ticket into the outbox. */
export function CameraView(props: CameraViewProps) {
  const { draft, judgements, notes, outboxNotices, count, readBack, onLook, onSend, onClose } = props;
  const { video, track, problem, tryAgain } = useCamera();
  const [looker, setLooker] = useState<PhotoLooker | null>(null);
  const [said, say] = useSaid();
  const outline = useOutline(video, track !== null, looker);
  const { hand, switchHand } = useHand();
  const photos = draft.draft?.photos ?? [];
  const newest = photos.at(-1)?.id;
  const warning = newest === undefined ? undefined : judgements.judged.get(newest)?.warnings[0];

  const { startLooker } = judgements;
  useEffect(() => {
    let wanted = true;
    startLooker()
      .then((started) => wanted && setLooker(started))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [startLooker]);

  const keep = async (photo: NewPhoto) => {
    const photoId = await draft.keepPhoto(photo);
    if (photoId !== null) say(t('camera.kept', { page: photos.length + 1 }));
    return photoId;
  };
  const hint = t(track === null ? 'camera.starting' : outline ? 'camera.found' : 'camera.aim');
  const shutter = useShutter({ video, track, keep, judge: judgements.judge });
  useSpaceKey(shutter.shoot);

  const done = async () => {
    if (await onSend()) say(t('camera.ticketKept'));
  };
  const retake = (photoId: string) => {
    void draft.removePhoto(photoId);
  };

  return (
    <section className={styles.camera} data-hand={hand} aria-label={t('camera.title')}>
      <CameraTop track={track} count={count} onClose={onClose} onFiles={draft.addFiles} onSwitchHand={switchHand} />
      <div className={styles.stage}>
        <video ref={video} className={styles.video} playsInline muted aria-hidden />
        {problem && <NoCamera problem={problem} onTryAgain={tryAgain} onFiles={draft.addFiles} />}
        <OutlineOverlay video={video} corners={outline} />
        {shutter.keptCount > 0 && <div key={shutter.keptCount} className={styles.flash} aria-hidden />}
        <div className={styles.notices}>
          {notes.map((note) => (
            <p key={note} className={noticeStyles.note} role="status">
              {note}
            </p>
          ))}
          {outboxNotices}
          {readBack && <div className={styles.readBack}>{readBack}</div>}
          <DraftNotices draft={draft} />
          {warning && newest !== undefined && (
            <QualityNotice
              warning={warning}
              onRetake={() => retake(newest)}
              onAccept={() => judgements.accept(newest)}
            />
          )}
        </div>
      </div>
      <PageStrip
        ticket={draft.draft}
        preparing={draft.preparing}
        judged={judgements.judged}
        onLook={onLook}
        onChange={draft.changeDetails}
        note={(draft.removedPage === null && said) || (problem || photos.length > 0 ? '' : hint)}
      />
      <CameraControls
        pages={photos.length}
        isLive={track !== null}
        isTaking={shutter.isTaking}
        isBusy={draft.preparing > 0}
        onPress={shutter.press}
        onShoot={shutter.shoot}
        onFiles={draft.addFiles}
        onDone={done}
      />
    </section>
  );
}

/** What was just done, in words, for as long as it is news. */
function useSaid(): [string, (words: string) => void] {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 4_000);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}

/** The space bar takes the photo wherever it does nothing else. */
function useSpaceKey(shoot: () => Promise<void>): void {
  const shootNow = useEffectEvent(() => void shoot());
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOnControl = event.target instanceof Element && event.target.closest('button, a, input, select, dialog');
      if (event.key !== ' ' || isOnControl || event.repeat) return;
      event.preventDefault();
      shootNow();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

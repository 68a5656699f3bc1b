import { useElementSize, useMergedRef, useReducedMotion } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import type { TicketDetail, TicketImage } from '@ticket-pros/contracts/ticket';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReactZoomPanPinchRef, TransformComponent, TransformWrapper } from 'react-zoom-pan-pinch';
import type { ReviewField } from './arrange-fields.ts';
import { PageBoxes } from './page-boxes.tsx';
import { type Turns, turnedBox, turnedSize, turnRight, turnTransform } from './turn-page.ts';
import { useImageSource } from './use-image-source.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import { type PageView, viewOfBox, viewOfPage } from './view-of-box.ts';
import styles from './viewer.module.css';
import { ViewerToolbar } from './viewer-toolbar.tsx';

interface PageViewerProps {
  ticket: TicketDetail;
  image: TicketImage;
  fields: readonly ReviewField[];
  focused: ReviewField | null;
  onPick: (field: ReviewField) => void;
  onPage: (page: number) => void;
}

const zoomStep = 0.4;

/** One page of the ticket: zoom, pan, turn; the box of the focused field is lit and brought into sight. */
export function PageViewer({ ticket, image, fields, focused, onPick, onPage }: PageViewerProps) {
  const { t } = useTranslation();
  const [turns, setTurns] = useState<Turns>(0);
  const [placed, setPlaced] = useState(false);
  const viewer = useRef<ReactZoomPanPinchRef>(null);
  const frame = useRef<HTMLElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLElement>();
  const frameRef = useMergedRef(sizeRef, frame);
  const still = useReducedMotion();
  const source = useImageSource(ticket.id, image);
  const size = turnedSize(image, turns);
  const box = focused?.value?.box?.page === image.page ? focused.value.box : null;

  const show = (view: PageView, animate: boolean) => {
    const time = animate && !still ? 180 : 0;
    void viewer.current?.setTransform(view.x, view.y, view.scale, time, 'easeOut');
    frame.current?.style.setProperty('--scale', String(view.scale));
    setPlaced(true);
  };
  const showPage = (animate: boolean) => show(viewOfPage(size, { width, height }), animate);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new page, turn or size of the window shows it whole
  useEffect(() => {
    if (width > 0 && height > 0) showPage(false);
  }, [image.id, turns, width, height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the present view is where the box is looked for, not a cause
  useEffect(() => {
    if (box === null || width === 0 || height === 0 || !viewer.current) return;
    const { scale, positionX, positionY } = viewer.current.state;
    const present = { scale, x: positionX, y: positionY };
    // Shown even where nothing has to move: the picture may still be on its way to the field before, and has to stop.
    show(viewOfBox(turnedBox(box, image, turns), size, { width, height }, present), true);
  }, [box, turns, width, height]);

  const controls = {
    zoomIn: () => void viewer.current?.zoomIn(zoomStep),
    zoomOut: () => void viewer.current?.zoomOut(zoomStep),
    turn: () => setTurns(turnRight),
    fit: () => showPage(true),
  };
  useViewerKeys(controls);

  return (
    <section ref={frameRef} className={styles.viewer} aria-label={t('review.image.label')}>
      {source.address === null ? (
        <p className={styles.missing}>
          <IconPhotoOff aria-hidden size={32} stroke={1.5} />
          {t('review.image.missing')}
        </p>
      ) : (
        <TransformWrapper
          ref={viewer}
          minScale={0.02}
          maxScale={6}
          limitToBounds={false}
          doubleClick={{ mode: 'zoomIn' }}
          wheel={{ step: 0.15 }}
          onTransform={(_viewer, state) => frame.current?.style.setProperty('--scale', String(state.scale))}
        >
          <TransformComponent wrapperClass={styles.window ?? ''} contentClass={styles.sheet ?? ''}>
            <div style={{ ...size, visibility: placed ? 'visible' : 'hidden' }}>
              <div
                className={styles.page}
                style={{ width: image.width, height: image.height, transform: turnTransform(image, turns) }}
              >
                <img
                  key={source.address}
                  src={source.address}
                  alt={t('review.image.alt', { page: image.page + 1 })}
                  width={image.width}
                  height={image.height}
                  draggable={false}
                  onError={source.onError}
                />
                <PageBoxes page={image.page} fields={fields} focused={focused} onPick={onPick} />
              </div>
            </div>
          </TransformComponent>
        </TransformWrapper>
      )}
      <ViewerToolbar ticket={ticket} image={image} controls={controls} onPage={onPage} />
    </section>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitContent,
  IconChevronLeft,
  IconChevronRight,
  IconExternalLink,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
} from '@tabler/icons-react';
import type { TicketDetail, TicketImage } from '@ticket-pros/contracts/ticket';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { imageAddress } from '../api/image-address.ts';
import type { ViewerControls } from './use-viewer-keys.ts';
import styles from './viewer.module.css';

interface ViewerToolbarProps {
  ticket: TicketDetail;
  image: TicketImage;
  controls: ViewerControls;
  onPage: (page: number) => void;
}

/** The controls of the picture. */
export function ViewerToolbar({ ticket, image, controls, onPage }: ViewerToolbarProps) {
  const { t } = useTranslation();
  const count = ticket.images.length;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('review.image.label')}>
      {count > 1 && (
        <>
          <Tool label={t('review.image.previousPage')} disabled={image.page === 0} act={() => onPage(image.page - 1)}>
            <IconChevronLeft aria-hidden size={18} />
          </Tool>
          <span className={styles.pageNumber} aria-live="polite">
            {t('review.image.page', { page: image.page + 1, count })}
          </span>
          <Tool
            label={t('review.image.nextPage')}
            disabled={image.page === count - 1}
            act={() => onPage(image.page + 1)}
          >
            <IconChevronRight aria-hidden size={18} />
          </Tool>
          <span className={styles.divider} />
        </>
      )}
      <Tool zoom label={t('review.image.zoomOut')} act={controls.zoomOut}>
        <IconMinus aria-hidden size={18} />
      </Tool>
      <Tool zoom label={t('review.image.zoomIn')} act={controls.zoomIn}>
        <IconPlus aria-hidden size={18} />
      </Tool>
      <Tool label={t('review.image.fit')} act={controls.fit}>
        <IconArrowAutofitContent aria-hidden size={18} />
      </Tool>
      <Tool label={t('review.image.rotate')} act={controls.turn}>
        <IconRotateClockwise aria-hidden size={18} />
      </Tool>
      <Tooltip label={t('review.image.download')}>
        <ActionIcon
          component="a"
          href={imageAddress(ticket.id, image.id, 'original')}
          target="_blank"
          rel="noreferrer"
          variant="subtle"
          color="gray"
          className={styles.tool}
          aria-label={t('review.image.download')}
        >
          <IconExternalLink aria-hidden size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface ToolProps {
  label: string;
  zoom?: boolean;
  disabled?: boolean;
  act: () => void;
  children: ReactNode;
}

function Tool({ label, zoom = false, disabled = false, act, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={zoom ? `${styles.tool} ${styles.zoom}` : styles.tool}
        aria-label={label}
        disabled={disabled}
        onClick={act}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

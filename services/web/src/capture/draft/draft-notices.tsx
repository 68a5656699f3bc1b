import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import { AskPages } from '../prepare/ask-pages.tsx';
import type { Draft } from './use-draft.ts';

/** What has to be said about the draft: a photo that could not be kept or read, a page that can be put back, a question. */
export function DraftNotices({ draft }: { draft: Draft }) {
  const { problem, question, unkept, removedPage, replaces } = draft;
  return (
    <>
      {replaces !== null && (
        <p className={styles.undo}>
          {t('camera.replaces')}
          <button type="button" className={styles.secondary} onClick={() => void draft.dropRetake()}>
            {t('camera.isNew')}
          </button>
        </p>
      )}
      {unkept && (
        <div className={styles.problem} role="alert">
          <IconAlertTriangle aria-hidden size={24} />
          <div className={styles.problemText}>
            <p>{t(draft.unkeptSending === 'failed' ? 'camera.fullNotSent' : 'camera.full')}</p>
            <div className={styles.problemButtons}>
              <button type="button" className={styles.primary} onClick={() => void draft.keepUnkept()}>
                {t('camera.keepIt')}
              </button>
              <button
                type="button"
                className={styles.secondary}
                disabled={draft.unkeptSending === 'busy'}
                onClick={() => void draft.sendUnkept()}
              >
                {t(draft.unkeptSending === 'busy' ? 'camera.sendingIt' : 'camera.sendIt')}
              </button>
              <button type="button" className={styles.secondary} onClick={draft.dropUnkept}>
                {t('camera.dropIt')}
              </button>
            </div>
          </div>
        </div>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          <IconAlertTriangle aria-hidden size={24} />
          {t(`capture.problems.${problem}`, { max: uploadLimits.imagesPerTicket })}
        </p>
      )}
      {removedPage !== null && (
        <p className={styles.undo} role="status">
          {t('camera.removed', { page: removedPage + 1 })}
          <button type="button" className={styles.secondary} onClick={() => void draft.undoRemove()}>
            <IconArrowBackUp aria-hidden size={24} />
            {t('camera.undo')}
          </button>
        </p>
      )}
      {question && (
        <AskPages pages={question.pages} onAnswer={question.answer} onCancel={() => question.answer(null)} />
      )}
    </>
  );
}

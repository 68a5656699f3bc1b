import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './review.module.css';

const shortcuts = [
  { keys: ['Ctrl', 'Enter'], does: 'approve' },
  { keys: ['Enter'], does: 'start' },
  { keys: ['Enter'], does: 'nextField' },
  { keys: ['Alt', 'Down'], does: 'nextCheck' },
  { keys: ['Esc'], does: 'leaveField' },
  { keys: ['J', 'K'], does: 'previousNext' },
  { keys: ['R'], does: 'reject' },
  { keys: ['U'], does: 'unreadable' },
  { keys: ['T'], does: 'rotate' },
  { keys: ['0'], does: 'fit' },
  { keys: ['+', '−'], does: 'zoom' },
  { keys: ['?'], does: 'help' },
] as const;

/** Every key of the review page. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('review.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`review.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './review.module.css';

const groups = [
  { place: 'anywhere', shortcuts: [{ keys: ['Ctrl', 'Enter'], does: 'approve' }] },
  {
    place: 'ticket',
    shortcuts: [
      { keys: ['Enter'], does: 'start' },
      { keys: ['J', 'K'], does: 'previousNext' },
      { keys: ['R'], does: 'reject' },
      { keys: ['U'], does: 'unreadable' },
      { keys: ['?'], does: 'help' },
    ],
  },
  {
    place: 'field',
    shortcuts: [
      { keys: ['Enter'], does: 'nextField' },
      { keys: ['Alt', 'down'], does: 'nextCheck' },
      { keys: ['Esc'], does: 'leaveField' },
    ],
  },
  {
    place: 'picture',
    shortcuts: [
      { keys: ['T'], does: 'rotate' },
      { keys: ['0'], does: 'fit' },
      { keys: ['+', '−'], does: 'zoom' },
    ],
  },
] as const;

/** Every key of the review page, by where it works: the same key does different things in a field and outside. */
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
      {groups.map(({ place, shortcuts }) => (
        <section key={place} aria-labelledby={`keys-${place}`}>
          <h3 id={`keys-${place}`} className={styles.shortcutsTitle}>
            {t(`review.keys.places.${place}`)}
          </h3>
          <dl className={styles.shortcuts}>
            {shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key === 'down' ? t('review.keys.down') : key}</Kbd>
                  ))}
                </dt>
                <dd>{t(`review.keys.${does}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

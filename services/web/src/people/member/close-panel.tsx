import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './member-page.module.css';

/** The way back to the tree: a cross beside it, an arrow where the panel covers it. */
export function ClosePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="xl"
      className={styles.close}
      aria-label={t('people.closeMember')}
      onClick={onClose}
    >
      <IconX aria-hidden size={20} className={styles.cross} />
      <IconArrowLeft aria-hidden size={22} className={styles.arrow} />
    </ActionIcon>
  );
}

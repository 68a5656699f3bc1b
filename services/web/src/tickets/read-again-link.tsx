import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../shell/link-button.tsx';
import styles from './tickets.module.css';

/** The way to the page where open tickets are read again. */
export function ReadAgainLink() {
  const { t } = useTranslation();
  return (
    <LinkButton
      to="/tickets/read-again"
      variant="default"
      className={styles.way}
      title={t('rereadings.title')}
      leftSection={<IconRefresh aria-hidden size={16} />}
    >
      {t('review.readAgain')}
    </LinkButton>
  );
}

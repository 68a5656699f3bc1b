import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './event.module.css';

/** Between what was before and what is after. */
export function ChangeArrow() {
  const { t } = useTranslation();
  return <IconArrowRight role="img" aria-label={t('audit.becomes')} size={14} className={styles.arrow} />;
}

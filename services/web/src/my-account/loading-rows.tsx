import { Skeleton } from '@mantine/core';
import styles from './my-account.module.css';

/** Where a list will stand. */
export function LoadingRows() {
  return (
    <div className={styles.form} aria-hidden>
      <Skeleton height={44} />
      <Skeleton height={44} />
    </div>
  );
}

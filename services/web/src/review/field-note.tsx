import { Loader, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconHelpCircle, IconUserEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReviewField } from './arrange-fields.ts';
import styles from './fields.module.css';
import { isDoubtful } from './is-doubtful.ts';
import type { FieldEdit } from './use-field-edits.ts';

interface FieldNoteProps {
  field: ReviewField;
  edit: FieldEdit | undefined;
  /** Doubts are told only while they can be resolved. */
  editable: boolean;
  /** In a table cell the words are left to the tooltip and to screen readers. */
  short?: boolean;
}

/** What has to be known about a value: not sure, entered by a person, being stored, not stored. */
export function FieldNote({ field: { value }, edit, editable, short = false }: FieldNoteProps) {
  const { t } = useTranslation();
  if (edit?.saving) {
    return (
      <span className={styles.note}>
        <Loader size={14} color="gray" aria-label={t('review.field.saving')} />
      </span>
    );
  }
  if (edit?.error) {
    return (
      <span className={styles.note} data-tone="bad">
        <IconAlertTriangle aria-hidden size={16} />
        <span className={short ? styles.hidden : undefined}>{t('review.field.notSaved')}</span>
      </span>
    );
  }
  if (value?.source === 'member') {
    const entered =
      value.memberName === null ? t('review.field.changed') : t('review.field.changedBy', { name: value.memberName });
    return (
      <Tooltip label={entered}>
        <span className={styles.note}>
          <IconUserEdit aria-hidden size={16} />
          <span className={styles.hidden}>{entered}</span>
        </span>
      </Tooltip>
    );
  }
  if (editable && value && isDoubtful(value.confidence)) {
    const percent = Math.round(value.confidence * 100);
    return (
      <Tooltip label={t('review.field.confidence', { percent })}>
        <span className={styles.note} data-tone="warn">
          <IconHelpCircle aria-hidden size={16} />
          <span className={short ? styles.hidden : undefined}>{t('review.field.check')}</span>
          <span className={styles.hidden}>{t('review.field.confidence', { percent })}</span>
        </span>
      </Tooltip>
    );
  }
  return <span className={styles.note} />;
}

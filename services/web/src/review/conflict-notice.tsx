import { Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shell/notice.tsx';
import styles from './review.module.css';

interface ConflictNoticeProps {
  conflict: boolean;
  /** How many fields hold something typed that is not stored. */
  unsaved: number;
  onSave: () => void;
  onDiscard: () => void;
}

/** Somebody else was faster: what that means for what is typed here. */
export function ConflictNotice({ conflict, unsaved, onSave, onDiscard }: ConflictNoticeProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.conflict}>
      {conflict && (
        <Notice tone="warn" icon={IconUsers} title={t('review.conflict.title')}>
          {unsaved > 0 ? t('review.conflict.hint') : t('review.conflict.hintNothing')}
          <Group gap="xs" mt="xs">
            {unsaved > 0 && (
              <Button size="compact-sm" onClick={onSave}>
                {t('review.conflict.save')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={onDiscard}>
              {unsaved > 0 ? t('review.conflict.discard') : t('common.close')}
            </Button>
          </Group>
        </Notice>
      )}
    </div>
  );
}

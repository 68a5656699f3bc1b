import { Button, Group, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../problem-notice.tsx';
import styles from './member-page.module.css';
import { useReturnFocus } from './use-return-focus.ts';

interface ActionDialogProps {
  title: string;
  /** What the button that does it says. */
  submit: string;
  isReady: boolean;
  isPending: boolean;
  isDangerous?: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Says what would happen, and does it or not. */
export function ActionDialog(props: ActionDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const { title, submit, isReady, isPending, isDangerous = false, error, onSubmit, onClose, children } = props;
  const act = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady && !isPending) onSubmit();
  };
  // While it is under way, and maybe asked in front of this who it is, Escape is not meant for this dialog.
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('common.close') }} centered>
      <form className={styles.dialog} onSubmit={act} noValidate>
        {children}
        <ProblemNotice error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending} {...(isDangerous ? { color: 'red.8' } : {})}>
            {submit}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

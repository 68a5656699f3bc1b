import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RejectDialogProps {
  opened: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
}

/** Asks for the reason that crew and office will read on a rejected ticket. */
export function RejectDialog({ opened, onClose, onReject }: RejectDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given !== '') onReject(given);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('review.rejectDialog.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <form onSubmit={submit}>
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          maxLength={500}
          label={t('review.rejectDialog.reason')}
          placeholder={t('review.rejectDialog.placeholder')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red.8" disabled={given === ''}>
            {t('review.rejectDialog.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAskForRereading } from '../rereadings/use-ask-for-rereading.ts';

/** Offers to read the open tickets again about which a ticket that was just approved teaches something; once they are, it is gone. */
export function ReadOthersAgain({ ticketIds }: { ticketIds: readonly string[] }) {
  const { t } = useTranslation();
  const ask = useAskForRereading();
  if (ask.isSuccess) return null;
  const readAgain = () =>
    ask.mutate(
      { ticketIds: [...ticketIds] },
      {
        onSuccess: ({ tickets }) =>
          notifications.show({ color: 'petrol', message: t('rereadings.begun', { count: tickets }) }),
        onError: (error) =>
          notifications.show({ color: 'red', title: t('review.done.failed'), message: ask.sentence(error) }),
      },
    );
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconRefresh aria-hidden size={14} />}
      loading={ask.isPending}
      onClick={readAgain}
    >
      {t('review.teaching.readAgain', { count: ticketIds.length })}
    </Button>
  );
}

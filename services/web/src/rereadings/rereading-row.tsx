import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconLoader2, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rereading } from '@ticket-pros/contracts/rereading';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { pageLocale } from '../messages/page-language.ts';
import { formatTime } from '../tickets/format-time.ts';
import { percentDone } from './percent-done.ts';
import styles from './rereadings.module.css';
import { isUnderWay, rereadingsQuery } from './rereadings-query.ts';

const looks = {
  reading: { Icon: IconLoader2, tone: 'busy' },
  stopped: { Icon: IconPlayerStop, tone: 'calm' },
  finished: { Icon: IconCircleCheck, tone: 'good' },
} as const;

interface RereadingRowProps {
  rereading: Rereading;
  timeZone: string;
  mayStop: boolean;
}

/** How far the reading of many tickets again is, with a button that stops it. */
export function RereadingRow({ rereading, timeZone, mayStop }: RereadingRowProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const sentence = useProblemSentence();
  const row = useRef<HTMLLIElement>(null);
  const { id: rereadingId, askedAt, stoppedAt, tickets, read, leftOut } = rereading;
  const stop = useMutation({
    mutationFn: () => readAnswer(api.POST('/v1/rereadings/{rereadingId}/stop', { params: { path: { rereadingId } } })),
    onSuccess: (stopped) => {
      queryClient.setQueryData(rereadingsQuery.queryKey, (before) =>
        before?.map((one) => (one.id === stopped.id ? stopped : one)),
      );
      // The button that had the focus is gone with it.
      row.current?.focus();
    },
    onError: (error) => notifications.show({ color: 'red', title: t('review.done.failed'), message: sentence(error) }),
  });
  const state = stoppedAt !== null ? 'stopped' : isUnderWay(rereading) ? 'reading' : 'finished';
  const { Icon, tone } = looks[state];
  const words = (many: number) => many.toLocaleString(pageLocale());
  const asked = t('rereadings.asked', { time: formatTime(askedAt, timeZone, new Date()) });
  const progress = t('rereadings.progress', { read: words(read), tickets: words(tickets) });
  return (
    <li ref={row} tabIndex={-1} className={styles.row}>
      <div className={styles.text}>
        <div className={styles.line}>
          <span className={styles.state} data-tone={tone}>
            <Icon aria-hidden size={16} stroke={2} />
            {t(`rereadings.is.${state}`)}
          </span>
          <b>{progress}</b>
        </div>
        <Progress.Root size={8} radius={4} className={styles.bar}>
          <Progress.Section
            value={percentDone(rereading)}
            aria-label={asked}
            data-tone={tone}
            className={styles.done}
          />
        </Progress.Root>
        <span className={styles.soft}>
          {asked}
          {leftOut > 0 && ` · ${t('rereadings.leftOut', { count: leftOut, number: words(leftOut) })}`}
        </span>
      </div>
      {state === 'reading' && mayStop && (
        <Button
          variant="default"
          loading={stop.isPending}
          aria-label={t('rereadings.stopWhat', { asked })}
          onClick={() => stop.mutate()}
        >
          {t('rereadings.stop')}
        </Button>
      )}
    </li>
  );
}

import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionList } from '@ticket-pros/contracts/sign-in';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { readDone } from '../../api/read-answer.ts';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { pageLocale } from '../../messages/page-language.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { formatTime } from '../../tickets/format-time.ts';
import styles from '../my-account.module.css';
import { sessionsQuery } from './sessions-query.ts';

const phones = new Set(['Android', 'iPhone', 'iPad']);

interface SessionRowProps {
  session: SessionList['sessions'][number];
  timeZone: string;
}

/** One device: in words, roughly where, when it was last used. */
export function SessionRow({ session, timeZone }: SessionRowProps) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      readDone(api.DELETE('/v1/me/sessions/{sessionId}', { params: { path: { sessionId: session.id } } })),
    onSuccess: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const { browser, system } = session.device;
  const device =
    browser !== null && system !== null
      ? t('myAccount.sessions.device', { browser, system })
      : (browser ?? system ?? t('myAccount.sessions.unknownDevice'));
  const lastUse = t('myAccount.sessions.lastUse', { time: formatTime(session.lastUsedAt, timeZone, new Date()) });
  const Icon = phones.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={styles.row}>
      <Icon aria-hidden size={20} className={styles.rowIcon} />
      <div className={styles.rowText}>
        <b>{device}</b>
        <span>{[nameCountry(session.country), lastUse].filter((part) => part !== null).join(' · ')}</span>
        <ProblemNotice>{end.isError ? sentence(end.error) : null}</ProblemNotice>
      </div>
      {session.isThisOne ? (
        <span className={styles.tag}>{t('myAccount.sessions.thisOne')}</span>
      ) : (
        <Button
          size="sm"
          variant="default"
          loading={end.isPending}
          aria-label={t('myAccount.sessions.endOne', { device })}
          onClick={() => end.mutate()}
        >
          {t('myAccount.sessions.end')}
        </Button>
      )}
    </li>
  );
}

function nameCountry(code: string | null): string | null {
  if (code === null) return null;
  return new Intl.DisplayNames(pageLocale(), { type: 'region' }).of(code) ?? code;
}

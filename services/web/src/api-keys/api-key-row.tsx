import { Button } from '@mantine/core';
import type { ApiKey } from '@ticket-pros/contracts/api-key';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../tickets/format-time.ts';
import styles from './api-keys.module.css';
import { daysOfKey, type KeyState } from './key-state.ts';

interface ApiKeyRowProps {
  apiKey: ApiKey;
  state: KeyState;
  timeZone: string;
  /** Left out where it may not be revoked. */
  onRevoke?: () => void;
}

/** One key: for whom, what it may do, when it was used, until when. */
export function ApiKeyRow({ apiKey, state, timeZone, onRevoke }: ApiKeyRowProps) {
  const { t } = useTranslation();
  const { name, member, scopes, hint, requestsPerMinute, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const now = new Date();
  const when = (moment: string) => formatTime(moment, timeZone, now);
  const isOver = state === 'expired' || state === 'revoked';
  const end =
    revokedAt !== null
      ? t('apiKeys.revokedAt', { time: when(revokedAt) })
      : state === 'expired'
        ? t('apiKeys.expiredAt', { time: when(expiresAt) })
        : state === 'ending'
          ? t('apiKeys.expiresSoon', { count: daysOfKey(apiKey, now) })
          : t('apiKeys.expires', { time: when(expiresAt) });
  const facts = [
    lastUsedAt === null ? t('apiKeys.neverUsed') : t('apiKeys.lastUsed', { time: when(lastUsedAt) }),
    end,
    t('apiKeys.limit', { count: requestsPerMinute }),
  ];
  return (
    <li className={styles.row} data-over={isOver}>
      <div className={styles.text}>
        <div className={styles.nameLine}>
          <b>{name}</b>
          <span className={styles.state} data-state={state}>
            {t(`apiKeys.states.${state}`)}
          </span>
        </div>
        <span>
          {t('apiKeys.actsFor', { name: member.name })} · <span translate="no">{t('apiKeys.endsWith', { hint })}</span>
        </span>
        <ul className={styles.scopes}>
          {scopes.map((scope) => (
            <li key={scope}>{t(`apiKeys.scopes.${scope}`)}</li>
          ))}
        </ul>
        <span className={styles.soft}>{facts.join(' · ')}</span>
      </div>
      {!isOver && onRevoke && (
        <Button variant="default" aria-label={t('apiKeys.revoke.openWhat', { name })} onClick={onRevoke}>
          {t('apiKeys.revoke.open')}
        </Button>
      )}
    </li>
  );
}

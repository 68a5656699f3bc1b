import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import type { ApiKey } from '@ticket-pros/contracts/api-key';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../people/member-queries.ts';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { OwnerPage } from '../shell/owner-page.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { ApiKeyRow } from './api-key-row.tsx';
import styles from './api-keys.module.css';
import { apiKeysQuery } from './api-keys-query.ts';
import { stateOfKey } from './key-state.ts';
import { MakeKeyDialog } from './make-key-dialog.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';

/** The keys with which other programs work in this account. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const list = useQuery(apiKeysQuery);
  const members = useQuery(membersQuery);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const now = new Date();
  const mayChange = !me.seeingAs;
  const keys = (list.data ?? []).map((apiKey) => {
    // Until the members are there, their keys count as those of active ones.
    const isActive = members.data?.find(({ id }) => id === apiKey.member.id)?.isActive ?? true;
    return { apiKey, state: stateOfKey(apiKey, isActive, now) };
  });
  const isOver = ({ state }: { state: string }) => state === 'expired' || state === 'revoked';
  const working = keys.filter((one) => !isOver(one));
  const over = keys.filter(isOver);

  const make = mayChange && (
    <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setMaking(true)}>
      {t('apiKeys.make')}
    </Button>
  );
  const rows = (some: typeof keys) =>
    some.map(({ apiKey, state }) => (
      <ApiKeyRow
        key={apiKey.id}
        apiKey={apiKey}
        state={state}
        timeZone={me.account.timeZone}
        {...(mayChange ? { onRevoke: () => setRevoking(apiKey) } : {})}
      />
    ));

  return (
    <OwnerPage
      title={t('apiKeys.title')}
      hint={
        <>
          {t('apiKeys.hint')} <a href="/v1/reference">{t('apiKeys.reference')}</a>
        </>
      }
      action={keys.length > 0 && make}
    >
      {list.isPending && list.fetchStatus === 'fetching' && <div className={styles.skeleton} aria-busy />}
      {!list.data && (list.isError || list.fetchStatus === 'paused') && <NotLoadedNotice query={list} />}
      {list.data?.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconKey aria-hidden size={36} stroke={1.5} />}
          title={t('apiKeys.noneTitle')}
          hint={t('apiKeys.noneHint')}
        >
          {make}
        </PageNotice>
      )}
      {working.length > 0 && (
        <ul className={styles.list} aria-label={t('apiKeys.listLabel')}>
          {rows(working)}
        </ul>
      )}
      {over.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('apiKeys.over')}</h2>
          <ul className={styles.list}>{rows(over)}</ul>
        </>
      )}
      {making && <MakeKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </OwnerPage>
  );
}

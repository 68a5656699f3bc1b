import { useQuery } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { useMemo } from 'react';
import { apiKeysQuery } from '../api-keys/api-keys-query.ts';
import { membersQuery } from '../people/member-queries.ts';
import type { EventDetail } from './read-details.ts';
import { useDetailWords } from './use-detail-words.ts';

/** What the log has as ids and codes, in words. */
export interface EventWords {
  timeZone: string;
  memberName: (id: string) => string | undefined;
  keyName: (id: string) => string | undefined;
  label: (detail: EventDetail) => string;
  value: (detail: EventDetail, of: unknown) => string;
}

/** The words for every event of the page. Where members or keys can't be loaded, events are told without their names. */
export function useEventWords(me: Me): EventWords {
  const members = useQuery(membersQuery).data;
  const keys = useQuery(apiKeysQuery).data;
  const names = useMemo(() => new Map(members?.map(({ id, name }) => [id, name])), [members]);
  const keyNames = useMemo(() => new Map(keys?.map(({ id, name }) => [id, name])), [keys]);
  const memberName = (id: string) => names.get(id);
  const { label, value } = useDetailWords(me, memberName);
  return { timeZone: me.account.timeZone, memberName, keyName: (id) => keyNames.get(id), label, value };
}

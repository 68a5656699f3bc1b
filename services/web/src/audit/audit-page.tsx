import { Button } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router';
import type { AuditEvent } from '@ticket-pros/contracts/audit';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../people/member-queries.ts';
import { OwnerPage } from '../shell/owner-page.tsx';
import styles from './audit.module.css';
import { AuditFilters } from './audit-filters.tsx';
import { AuditFooter } from './audit-footer.tsx';
import { AuditNotice } from './audit-notice.tsx';
import { auditQuery } from './audit-query.ts';
import { type AuditSearch, auditExportAddress } from './audit-search.ts';
import { EventList } from './event-list.tsx';
import { shortId } from './short-id.ts';

const skeletonKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Who did or looked at what, when and from where. */
export function AuditPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const search = useSearch({ from: '/signed-in/owners/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const list = useInfiniteQuery(auditQuery(search));
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  const isFiltered = Object.keys(search).length > 0;
  const change = (next: AuditSearch) => void navigate({ search: next, replace: true });
  // A link to everything about one thing is a step that the browser's arrow leads back from.
  const goTo = (next: AuditSearch) => void navigate({ search: next, resetScroll: true });
  const about = useAboutWords(search.subjectId, events);

  return (
    <OwnerPage
      title={t('audit.title')}
      width="log"
      hint={
        <span className={styles.promise}>
          <IconLock aria-hidden size={16} />
          {t('audit.promise')}
        </span>
      }
      action={
        <Button
          component="a"
          href={auditExportAddress(search)}
          download
          variant="default"
          title={t('audit.exportHint')}
          leftSection={<IconDownload aria-hidden size={16} />}
        >
          {t('audit.export')}
        </Button>
      }
    >
      <AuditFilters search={search} onChange={change} about={about} />
      <div aria-busy={list.isFetching} data-stale={list.isPlaceholderData} className={styles.list}>
        {list.isPending && list.fetchStatus === 'fetching' ? (
          skeletonKeys.map((key) => <div key={key} className={styles.skeleton} />)
        ) : events.length > 0 ? (
          <>
            <EventList events={events} me={me} onSearch={goTo} />
            <AuditFooter list={list} isFiltered={isFiltered} />
          </>
        ) : (
          <AuditNotice list={list} isFiltered={isFiltered} onClear={() => change({})} />
        )}
      </div>
    </OwnerPage>
  );
}

/** What the log is about where it is about one thing alone: a member by its name, anything else as its entries call it. */
function useAboutWords(subjectId: string | undefined, events: readonly AuditEvent[]): string | null {
  const { t } = useTranslation();
  const members = useQuery(membersQuery).data;
  if (subjectId === undefined) return null;
  const member = members?.find(({ id }) => id === subjectId);
  if (member) return member.name;
  const subject = events.find((event) => event.subject?.id === subjectId)?.subject;
  if (subject?.kind === 'rereading' || subject?.kind === 'form') return t(`audit.aboutKinds.${subject.kind}`);
  if (subject == null || subject.name === null) return t('audit.ticket', { id: shortId(subjectId) });
  const { kind, name } = subject;
  if (kind === 'api_key' || kind === 'invitation' || kind === 'privacy_request') {
    return t(`audit.aboutKinds.${kind}`, { name });
  }
  return name;
}

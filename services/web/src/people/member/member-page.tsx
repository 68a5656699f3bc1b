import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouteContext, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageNotice } from '../../shell/page-notice.tsx';
import { membersQuery } from '../member-queries.ts';
import { arrangeMembers } from '../member-tree.ts';
import { NotLoadedNotice } from '../people-notice.tsx';
import { ClosePanel } from './close-panel.tsx';
import { MemberActions } from './member-actions.tsx';
import { MemberFacts } from './member-facts.tsx';
import { MemberForm } from './member-form.tsx';
import styles from './member-page.module.css';

/** One member beside the tree, on a phone over it: who it is, and for owners what can be changed. */
export function MemberPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const { memberId } = useParams({ from: '/signed-in/people/$memberId' });
  const search = useSearch({ from: '/signed-in/people' });
  const navigate = useNavigate();
  const members = useQuery(membersQuery);
  const tree = useMemo(() => members.data && arrangeMembers(members.data), [members.data]);
  const member = tree?.byId.get(memberId);
  const panel = useRef<HTMLElement>(null);
  useFocusOnOpen(panel, memberId, member !== undefined);

  const close = async () => {
    await navigate({ to: '/people', search });
    document.querySelector<HTMLElement>(`[data-line="${memberId}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Dialogs and lists that belong to the panel close first, and stand elsewhere in the page.
    if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    if (!event.currentTarget.contains(event.target) || event.target.getAttribute('aria-expanded') === 'true') return;
    void close();
  };

  return (
    <aside ref={panel} className={styles.panel} aria-label={member?.name ?? t('people.member')} onKeyDown={onKeyDown}>
      <ClosePanel onClose={() => void close()} />
      {tree && member && (
        <>
          <MemberFacts tree={tree} member={member} me={me} />
          {me.member.role === 'owner' && !me.seeingAs && (
            <>
              <MemberForm key={member.id} tree={tree} member={member} me={me} />
              <MemberActions key={`actions of ${member.id}`} tree={tree} member={member} me={me} />
            </>
          )}
        </>
      )}
      {tree && !member && <PageNotice heading="h2" title={t('people.unknownTitle')} hint={t('people.unknownHint')} />}
      {!tree &&
        (members.isFetching ? <div className={styles.skeleton} aria-busy /> : <NotLoadedNotice query={members} />)}
    </aside>
  );
}

/** A member that is opened from the page gets the focus; one that the address named at the start does not. */
function useFocusOnOpen(panel: React.RefObject<HTMLElement | null>, memberId: string, isThere: boolean): void {
  const arrivedByAddress = useRef(!document.activeElement?.closest('[role="tree"]'));
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (!isThere || focused.current === memberId) return;
    focused.current = memberId;
    if (!arrivedByAddress.current) panel.current?.querySelector<HTMLElement>('h2')?.focus();
    arrivedByAddress.current = false;
  }, [panel, memberId, isThere]);
}

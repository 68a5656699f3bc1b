import { IconMailForward, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useRouteContext, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../keyboard/is-typing.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { membersQuery } from './member-queries.ts';
import { arrangeMembers } from './member-tree.ts';
import styles from './people.module.css';
import { KindFilter, PeopleSearchBox } from './people-filters.tsx';
import { PeopleList } from './people-list.tsx';
import type { PeopleSearch } from './people-search.ts';

/** Everybody in the account, or in one's own branch: who they are, what they see, and where they stand. */
export function PeoplePage() {
  const { t } = useTranslation();
  usePageTitle(t('people.title'));
  const { me } = useRouteContext({ from: '/signed-in' });
  const search = useSearch({ from: '/signed-in/people' });
  const { memberId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const members = useQuery(membersQuery);
  const tree = useMemo(() => members.data && arrangeMembers(members.data), [members.data]);
  const view = useRef<HTMLDivElement>(null);
  useSearchKey();

  // The page of a member stays open while its neighbours are searched.
  const change = (next: PeopleSearch) => void navigate({ to: '.', search: next, replace: true });
  const enterList = () => view.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();

  return (
    <div className={styles.page} data-member={memberId !== null}>
      <section className={styles.list} aria-label={t('people.title')}>
        <div className={styles.top}>
          <h1 className={styles.title}>
            {t('people.title')}
            <span className={styles.total}>{tree && t('people.count', { count: tree.all.length })}</span>
          </h1>
          <search className={styles.filters}>
            <PeopleSearchBox
              search={search}
              onChange={change}
              onLeave={enterList}
              isOwner={me.member.role === 'owner'}
            />
          </search>
          {me.member.mayInvite && !me.seeingAs && (
            <>
              <LinkButton
                to="/people/invitations"
                variant="default"
                className={styles.invitations}
                leftSection={<IconMailForward aria-hidden size={16} />}
              >
                {t('people.invitations.title')}
              </LinkButton>
              <LinkButton to="/people/add" className={styles.add} leftSection={<IconUserPlus aria-hidden size={16} />}>
                {t(me.member.role === 'owner' ? 'people.add.title' : 'people.add.invite')}
              </LinkButton>
            </>
          )}
        </div>
        <KindFilter tree={tree} search={search} onChange={change} isOwner={me.member.role === 'owner'} />
        <PeopleList
          members={members}
          tree={tree}
          view={view}
          search={search}
          onSearch={change}
          openMemberId={memberId}
          onOpen={(id) => void navigate({ to: '/people/$memberId', params: { memberId: id }, search })}
        />
      </section>
      <Outlet />
    </div>
  );
}

/** The key / goes to the search, as it does among the tickets. */
function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      document.querySelector<HTMLElement>('[data-people-search]')?.focus();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

import { UnstyledButton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import type { Member } from '@ticket-pros/contracts/member';
import { type RefObject, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findMembers } from './find-members.ts';
import { arrangeMembers, type MemberTree } from './member-tree.ts';
import styles from './people.module.css';
import { AloneNotice, NobodyFoundNotice, NotLoadedNotice } from './people-notice.tsx';
import type { PeopleSearch } from './people-search.ts';
import { MemberTreeView } from './tree/member-tree-view.tsx';
import { accountLineId, foundLines, treeLines } from './tree/tree-rows.ts';
import { useExpanded } from './tree/use-expanded.ts';

interface PeopleListProps {
  members: UseQueryResult<Member[]>;
  tree: MemberTree | undefined;
  view: RefObject<HTMLDivElement | null>;
  search: PeopleSearch;
  onSearch: (search: PeopleSearch) => void;
  openMemberId: string | null;
  onOpen: (memberId: string) => void;
}

const skeletonKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const nobody = arrangeMembers([]);

/** The tree, or what search and filter found, or why there is neither. */
export function PeopleList({ members, tree = nobody, view, search, onSearch, openMemberId, onOpen }: PeopleListProps) {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const expanded = useExpanded(tree, me.account.id);
  const found = search.search !== undefined || search.show !== undefined;
  const seesAccount = me.member.visibility === 'account';
  const lines = useMemo(
    () => (found ? foundLines(findMembers(tree.all, search)) : treeLines(tree, expanded.ids, seesAccount)),
    [found, tree, search, expanded.ids, seesAccount],
  );

  // The branch of the member that is shown opens; it may be closed again afterwards.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing a branch must not open it again
  useEffect(() => {
    const member = openMemberId === null ? undefined : tree.byId.get(openMemberId);
    if (member) expanded.open([accountLineId, ...tree.above(member).map(({ id }) => id)]);
  }, [openMemberId, tree]);

  if (members.isPending && members.fetchStatus === 'fetching') {
    return (
      <div className={styles.scroll} aria-busy>
        {skeletonKeys.map((key) => (
          <div key={key} className={styles.skeleton} />
        ))}
      </div>
    );
  }
  if (members.data === undefined) {
    return (
      <div className={styles.scroll}>
        <NotLoadedNotice query={members} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <span role="status">{found && t('people.foundCount', { count: lines.length })}</span>
        {!found && tree.all.length > 1 && (
          <>
            <UnstyledButton className={styles.tool} onClick={expanded.openAll}>
              {t('people.openAll')}
            </UnstyledButton>
            <UnstyledButton className={styles.tool} onClick={expanded.closeAll}>
              {t('people.closeAll')}
            </UnstyledButton>
          </>
        )}
        <span className={styles.keysHint}>{t('people.keysHint')}</span>
      </div>
      <div className={styles.scroll} aria-busy={members.isFetching}>
        {lines.length > 0 && (
          <MemberTreeView
            view={view}
            tree={tree}
            lines={lines}
            expanded={expanded}
            found={found}
            openMemberId={openMemberId}
            onOpen={onOpen}
          />
        )}
        {lines.length === 0 && <NobodyFoundNotice onClear={() => onSearch({})} />}
        {!found && tree.all.length === 1 && me.member.mayInvite && !me.seeingAs && (
          <AloneNotice isOwner={me.member.role === 'owner'} />
        )}
      </div>
    </>
  );
}

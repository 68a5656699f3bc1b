import { useRouteContext } from '@tanstack/react-router';
import { type MouseEvent, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberTree } from '../member-tree.ts';
import { usePathWords } from '../use-path-words.ts';
import { useSightWords } from '../use-sight-words.ts';
import { MemberRow } from './member-row.tsx';
import styles from './member-tree.module.css';
import { accountLineId, type TreeLine } from './tree-rows.ts';
import type { Expanded } from './use-expanded.ts';
import { useRowFormats } from './use-row-formats.ts';
import { useTreeKeys } from './use-tree-keys.ts';

interface MemberTreeViewProps {
  view: RefObject<HTMLDivElement | null>;
  tree: MemberTree;
  lines: readonly TreeLine[];
  expanded: Expanded;
  /** Whether the lines were searched for, and say where they stand. */
  found: boolean;
  openMemberId: string | null;
  onOpen: (memberId: string) => void;
}

const columns = ['name', 'role', 'sees', 'tickets', 'seen', 'factor'] as const;

/** The members as a tree, or those found one under the other. */
export function MemberTreeView(props: MemberTreeViewProps) {
  const { view, tree, lines, expanded, found, openMemberId, onOpen } = props;
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const formats = useRowFormats(me.account.timeZone);
  const sight = useSightWords(tree);
  const path = usePathWords(tree);
  const isOwner = me.member.role === 'owner';
  const [tabStop, setTabStop] = useState<string | null>(null);
  const isLine = (id: string | null) => id !== null && lines.some((line) => line.id === id);
  const stop = isLine(tabStop) ? tabStop : isLine(openMemberId) ? openMemberId : lines[0]?.id;

  // The line of the member that is shown comes into sight.
  useEffect(() => {
    if (openMemberId === null) return;
    setTabStop(openMemberId);
    view.current?.querySelector(`[data-line="${openMemberId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [openMemberId, view]);

  const nameOf = ({ member }: TreeLine) => member?.name ?? me.account.name;
  const choose = ({ member, id }: TreeLine) => (member === null ? expanded.toggle(id) : onOpen(member.id));
  const focus = (id: string) => {
    setTabStop(id);
    view.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus();
  };
  const openSiblings = ({ parentId }: TreeLine) =>
    expanded.open(lines.filter((line) => line.parentId === parentId && line.expanded === false).map(({ id }) => id));
  const onKeyDown = useTreeKeys({ lines, nameOf, focus, toggle: expanded.toggle, openSiblings, choose });

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const lineId = target.closest<HTMLElement>('[data-line]')?.dataset.line;
    const line = lines.find(({ id }) => id === lineId);
    if (line === undefined) return;
    setTabStop(line.id);
    if (target.closest('[data-toggle="true"]')) expanded.toggle(line.id);
    else choose(line);
  };

  return (
    <div className={styles.view} data-sign-in={isOwner}>
      <div aria-hidden className={styles.columns}>
        {columns
          .filter((column) => isOwner || (column !== 'seen' && column !== 'factor'))
          .map((column) => (
            <span key={column} className={styles[column]}>
              {t(`people.columns.${column}`)}
            </span>
          ))}
      </div>
      <div
        ref={view}
        role="tree"
        tabIndex={-1}
        aria-label={t(found ? 'people.foundLabel' : 'people.treeLabel')}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {lines.map((line) => (
          <MemberRow
            key={line.id}
            id={line.id}
            member={line.member}
            name={nameOf(line)}
            level={line.level}
            position={line.position}
            siblings={line.siblings}
            expanded={line.expanded}
            sees={line.member === null ? t('people.count', { count: tree.all.length }) : sight(line.member)}
            path={found && line.member !== null ? path(line.member) : null}
            isOpen={line.id === openMemberId}
            isTabStop={line.id === stop}
            showsSignIn={isOwner && line.id !== accountLineId}
            isMe={line.id === me.member.id}
            formats={formats}
            t={t}
          />
        ))}
      </div>
    </div>
  );
}

import { useSessionStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import type { MemberTree } from '../member-tree.ts';
import { accountLineId } from './tree-rows.ts';

/** Trees up to this size are shown whole at first. */
const smallTree = 40;

export interface Expanded {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  open: (ids: readonly string[]) => void;
  openAll: () => void;
  closeAll: () => void;
}

/** Which branches are open, kept while the tab lives. */
export function useExpanded(tree: MemberTree, accountId: string): Expanded {
  const [kept, keep] = useSessionStorage<string[] | null>({
    key: `ticket-pros-open-branches-${accountId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const everything = () => [accountLineId, ...tree.all.map(({ id }) => id)];
  const atFirst = () => {
    if (tree.all.length <= smallTree) return everything();
    // A branch alone at the top is opened with it; otherwise there would be one line to look at.
    return [accountLineId, ...(tree.roots.length === 1 ? tree.roots.map(({ id }) => id) : [])];
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open at first depends on the tree alone
  const ids = useMemo(() => new Set(kept ?? atFirst()), [kept, tree]);
  return {
    ids,
    toggle: (id) => keep(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]),
    open: (more) => {
      if (more.some((id) => !ids.has(id))) keep([...new Set([...ids, ...more])]);
    },
    openAll: () => keep(everything()),
    closeAll: () => keep([accountLineId]),
  };
}

import { expect, test } from '@jest/globals';
import { arrangeMembers } from '../member-tree.ts';
import { drawMembers } from '../test/draw-members.ts';
import { accountLineId, treeLines } from './tree-rows.ts';

const tree = arrangeMembers(
  drawMembers({
    Pete: {},
    Ana: { under: 'Pete' },
    Quit: { under: 'Pete', isActive: false },
    Left: { isActive: false },
    Dan: { under: 'Left' },
    Rosa: {},
  }),
);
const drawn = (expanded: string[], withAccount = true) =>
  treeLines(tree, new Set(expanded), withAccount).map(
    ({ id, level, position, siblings, expanded: open }) => `${level} ${id} ${position}/${siblings} ${open}`,
  );

test('only what is open is drawn, and each line knows its place', () => {
  expect(drawn([])).toEqual(['1 account 1/1 false']);
  expect(drawn([accountLineId, 'Pete'])).toEqual([
    '1 account 1/1 true',
    // Deactivated, and still somebody active reports there.
    '2 Left 1/3 false',
    '2 Pete 2/3 true',
    '3 Ana 1/1 null',
    '2 Rosa 3/3 null',
  ]);
});

test('without the account its branches are the roots', () => {
  expect(drawn(['Left'], false)).toEqual(['1 Left 1/3 true', '2 Dan 1/1 null', '1 Pete 2/3 false', '1 Rosa 3/3 null']);
});

import { expect, test } from '@jest/globals';
import { blockedReceiver, blockedSuperior } from './blocked-choice.ts';
import { describeMove } from './describe-move.ts';
import { arrangeMembers } from './member-tree.ts';
import { membersWhoSee } from './members-who-see.ts';
import { drawMembers, memberNamed } from './test/draw-members.ts';

const members = drawMembers({
  Olivia: { role: 'owner', visibility: 'account' },
  Frank: { role: 'office', visibility: 'account' },
  Narrow: { role: 'office', branch: 'Pete' },
  Pete: {},
  Ana: { under: 'Pete' },
  Luis: { under: 'Ana' },
  Rosa: {},
  Gone: { isActive: false },
});
const tree = arrangeMembers(members);
const named = (name: string) => memberNamed(members, name);
const namesOf = (list: { name: string }[]) => list.map(({ name }) => name);

test('the tree knows who is below and above', () => {
  expect(namesOf([...tree.roots])).toEqual(['Frank', 'Gone', 'Narrow', 'Olivia', 'Pete', 'Rosa']);
  expect(tree.countBelow(named('Pete').id)).toBe(2);
  expect(namesOf([...tree.above(named('Luis'))])).toEqual(['Pete', 'Ana']);
});

test('a superior that the asking member does not see makes a root of who reports to it', () => {
  const branch = arrangeMembers(members.filter(({ name }) => name === 'Ana' || name === 'Luis'));
  expect(namesOf([...branch.roots])).toEqual(['Ana']);
  expect(namesOf([...branch.below(named('Ana').id)])).toEqual(['Luis']);
});

test('tickets are seen by those above and by who was given the branch', () => {
  expect(namesOf(membersWhoSee(tree, named('Luis')))).toEqual(['Ana', 'Narrow', 'Pete']);
  expect(namesOf(membersWhoSee(tree, named('Rosa')))).toEqual([]);
});

test('a move says who comes along, who sees the tickets from then on and who no longer does', () => {
  const moved = describeMove(tree, named('Ana'), named('Rosa').id);
  expect(moved.along).toBe(1);
  expect(namesOf(moved.gains)).toEqual(['Rosa']);
  expect(namesOf(moved.loses)).toEqual(['Narrow', 'Pete']);
  expect(describeMove(tree, named('Pete'), named('Frank').id)).toMatchObject({ along: 2, gains: [], loses: [] });
});

test('nobody comes to report to itself, to somebody below, to the same one again, or to somebody deactivated', () => {
  const blocked = (name: string, to: string) => blockedSuperior(tree, named(name), named(to));
  expect(blocked('Pete', 'Pete')).toBe('itself');
  expect(blocked('Pete', 'Luis')).toBe('below');
  expect(blocked('Luis', 'Ana')).toBe('already');
  expect(blocked('Luis', 'Gone')).toBe('deactivated');
  expect(blocked('Luis', 'Pete')).toBeNull();
});

test('tickets go to somebody else who is active', () => {
  expect(blockedReceiver(named('Pete'), named('Pete'))).toBe('itself');
  expect(blockedReceiver(named('Pete'), named('Gone'))).toBe('deactivated');
  expect(blockedReceiver(named('Pete'), named('Luis'))).toBeNull();
});

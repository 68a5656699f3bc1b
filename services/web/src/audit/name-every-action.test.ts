import { expect, test } from '@jest/globals';
import { auditActions } from '@ticket-pros/contracts/audit';
import * as en from '../messages/en.ts';
import * as es from '../messages/es.ts';
import { actionGroups } from './action-groups.ts';

function find(section: object, action: string): unknown {
  return action.split('.').reduce<unknown>((found, part) => {
    return typeof found === 'object' && found !== null
      ? Object.entries(found).find(([key]) => key === part)?.[1]
      : undefined;
  }, section);
}

test.each([
  ['English', en],
  ['Spanish', es],
])('in %s every action has a name and a sentence, and no other has', (_language, { audit }) => {
  for (const section of [audit.actions, audit.events]) {
    const missing = auditActions.filter((action) => typeof find(section, action) !== 'string');
    expect(missing).toEqual([]);
    const named = Object.entries(section).flatMap(([subject, verbs]) =>
      Object.keys(verbs).map((verb) => `${subject}.${verb}`),
    );
    expect(named.sort()).toEqual([...auditActions].sort());
  }
});

test('every action can be chosen in the filter, in one group', () => {
  const listed: string[] = actionGroups.flatMap(({ actions }) => [...actions]);
  expect(listed.sort()).toEqual([...auditActions].sort());
});

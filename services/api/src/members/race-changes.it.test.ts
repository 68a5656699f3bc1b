import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asDatabaseOwner } from '../../test/invite-test-people.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const change = (owner: Person, of: Person, body: object) =>
  owner.fetch(`/v1/members/${of.scope.memberId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a new name at the same moment does not bring back a role that was taken away', async () => {
  const owner = await api.account('Hauling');
  for (let round = 0; round < 12; round += 1) {
    const other = await api.member(owner, 'owner');
    const answers = await Promise.all([
      change(owner, other, { name: `First ${round}` }),
      change(owner, other, { role: 'crew' }),
      change(owner, other, { name: `Second ${round}` }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await asDatabaseOwner(api, 'select role from members where id = $1', [other.scope.memberId]);
    expect(rows).toEqual([{ role: 'crew' }]);
  }
});

test('of two owners who take the role from each other at once one is told that it may not', async () => {
  const owner = await api.account('Water');
  for (let round = 0; round < 12; round += 1) {
    const [one, other] = [await api.member(owner, 'owner'), await api.member(owner, 'owner')];
    const answers = await Promise.all([
      change(one, other, { role: 'crew' }),
      change(other, one, { role: 'crew' }),
      change(one, other, { name: 'Somebody' }),
      change(other, one, { name: 'Somebody' }),
    ]);
    for (const { status } of answers) expect([200, 403, 404]).toContain(status);
    const rows = await asDatabaseOwner<{ role: string }>(api, 'select role from members where id = any ($1)', [
      [one.scope.memberId, other.scope.memberId],
    ]);
    expect(rows.map(({ role }) => role).sort()).toEqual(['crew', 'owner']);
  }
});

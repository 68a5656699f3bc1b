import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meSchema } from '@ticket-pros/contracts/member';
import { goodPassword, invite } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf } from '../../test/read-test-answer.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const patch = (owner: Person, path: string, body: object) =>
  owner.fetch(path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function visibilityOfWhoJoins(maker: Person, signInName: string): Promise<string> {
  const { token } = await invite(maker, { reportsTo: maker.scope.memberId });
  const phone = openBrowser(api);
  const joining = { token, as: 'name', name: 'Driver', signInName, password: goodPassword };
  expect((await phone.post('/v1/join', joining)).status).toBe(200);
  return (await answerOf(meSchema, phone.fetch('/v1/me'))).member.visibility;
}

test('promise TP-3: a foreman who sees a branch brings nobody in who sees the account, whatever its default is', async () => {
  const owner = await api.account('Hauling');
  const foreman = await api.member(owner, 'crew');
  expect((await patch(owner, '/v1/account', { crewVisibility: 'account', branchInvitations: true })).status).toBe(200);
  expect(await visibilityOfWhoJoins(foreman, 'carlos')).toBe('branch');

  const trusted = await patch(owner, `/v1/members/${foreman.scope.memberId}`, { visibility: 'account' });
  expect(trusted.status).toBe(200);
  expect(await visibilityOfWhoJoins(foreman, 'diego')).toBe('account');
});

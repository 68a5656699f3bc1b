import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meSchema, placeSchema } from '@ticket-pros/contracts/member';
import { asDatabaseOwner, goodPassword, invite, postAs } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const found = { company: 'Second company', businessUse: true };

test('who is signed in founds another account and works in it from then on', async () => {
  const owner = await api.account('First company');
  const driver = await api.member(owner, 'crew');
  await asDatabaseOwner(api, `update members set name = 'Carla', language = 'es' where id = $1`, [
    driver.scope.memberId,
  ]);
  const founded = await postAs(driver, '/v1/accounts', found);
  expect(founded.status).toBe(201);
  const place = await answerOf(placeSchema, founded);
  const me = await answerOf(meSchema, driver.fetch('/v1/me'));
  expect(me).toMatchObject({
    member: { id: place.memberId, name: 'Carla', role: 'owner' },
    account: { name: 'Second company', language: 'es' },
  });
  expect(me.places.map(({ account }) => account.name)).toEqual(['First company', 'Second company']);
  const [account] = await asDatabaseOwner<{ business_use_attested_at: Date; events: number }>(
    api,
    `select business_use_attested_at, (select count(*)::int from audit_events e
       where e.account_id = a.id and action = 'account.founded' and member_id = $2) as events
     from accounts a where id = $1`,
    [place.account.id, place.memberId],
  );
  expect(account?.business_use_attested_at).toBeInstanceOf(Date);
  expect(account?.events).toBe(1);
});

test('promise TP-6: no further account either without saying that it is for business use', async () => {
  const owner = await api.account('Attesting');
  const { code } = await problemOf(postAs(owner, '/v1/accounts', { company: 'Unsaid' }));
  expect(code).toBe('bad_request');
});

test('who has no e-mail address, or no session, founds none', async () => {
  const { token } = await invite(await api.account('Names'));
  const phone = openBrowser(api);
  const body = { token, as: 'name', name: 'Carlos', signInName: 'carlos', password: goodPassword };
  expect((await phone.post('/v1/join', body)).status).toBe(200);
  expect((await problemOf(phone.post('/v1/accounts', found))).code).toBe('not_allowed');
  expect((await problemOf(openBrowser(api).post('/v1/accounts', found))).code).toBe('not_signed_in');
});

test('an owner who sees as somebody else founds and joins nothing', async () => {
  const owner = await api.account('Seeing');
  const driver = await api.member(owner, 'crew');
  const { token } = await invite(await api.account('Inviting'));
  expect((await postAs(owner, '/v1/me/see-as', { memberId: driver.scope.memberId })).status).toBe(200);
  expect((await problemOf(postAs(owner, '/v1/accounts', found))).code).toBe('read_only');
  expect((await problemOf(postAs(owner, '/v1/join', { token, as: 'me' }))).code).toBe('read_only');
});

test('one user founds five accounts a day, also when it asks for many at once', async () => {
  const owner = await api.account('Many');
  const answers = await Promise.all(Array.from({ length: 8 }, () => postAs(owner, '/v1/accounts', found)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(201), ...Array(3).fill(429)]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditActions } from '@ticket-pros/contracts/audit';
import {
  handedOverSchema,
  type Member,
  memberPageSchema,
  memberSchema,
  meSchema,
  namedMemberSchema,
} from '@ticket-pros/contracts/member';
import { Client } from 'pg';
import sharp from 'sharp';
import type { z } from 'zod';
import { answerOf, pageOf, problemOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

const send = (person: Person, method: string, path: string, body?: object): Promise<Response> =>
  person.fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
const change = (owner: Person, of: Person, body: object) =>
  send(owner, 'PATCH', `/v1/members/${of.scope.memberId}`, body);
const listed = async (person: Person, query = ''): Promise<Member[]> =>
  (await answerOf(memberPageSchema, person.fetch(`/v1/members${query}`))).members;
const idsOf = (members: { id: string }[]) => members.map((member) => member.id).sort();
const memberIds = (...people: Person[]) => people.map((person) => person.scope.memberId).sort();
const ticketsOf = async (person: Person) => idsOf((await pageOf(person.fetch('/v1/tickets'))).tickets);

let shade = 0;
async function capture(person: Person): Promise<string> {
  shade += 1;
  const background = { r: shade % 256, g: shade >> 8, b: 7 };
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background } })
    .png()
    .toBuffer();
  return (await storeTicket(person, { images: [image] })).id;
}

/** What the audit log of an account says about a subject, oldest first, as the database has it. */
async function auditOf(
  owner: Person,
  subjectId: string,
): Promise<{ action: string; payload: z.infer<z.ZodUnknown> }[]> {
  const { rows } = await database.query(
    `select action, payload from audit_events where account_id = $1 and subject_id = $2 order by id`,
    [owner.scope.accountId, subjectId],
  );
  return rows;
}

test('members see themselves and those below; owners how everybody signs in', async () => {
  const owner = await api.account('Hauling');
  const contractor = await api.member(owner, 'crew');
  const driver = await api.member(owner, 'crew', contractor);
  const office = await api.member(owner, 'office');
  expect(idsOf(await listed(owner))).toEqual(memberIds(owner, contractor, driver, office));
  expect(idsOf(await listed(office))).toEqual(memberIds(owner, contractor, driver, office));
  expect(idsOf(await listed(contractor))).toEqual(memberIds(contractor, driver));
  expect(idsOf(await listed(driver))).toEqual(memberIds(driver));
  const seen = (await listed(owner)).find((member) => member.id === driver.scope.memberId);
  expect(seen).toMatchObject({ email: driver.email, reportsTo: contractor.scope.memberId, hasSecondFactor: false });
  // A driver isn't told whom it reports to, nor an office member how others sign in.
  expect((await listed(driver))[0]).toMatchObject({ reportsTo: null, email: null, lastSeenAt: null });
  expect((await listed(office)).every((member) => member.email === null)).toBe(true);
});

test('a search finds names; for owners addresses too, and for nobody else', async () => {
  const owner = await api.account('Searching');
  const driver = await api.member(owner, 'crew');
  const office = await api.member(owner, 'office');
  expect(idsOf(await listed(owner, `?search=${driver.email.slice(0, 9).toUpperCase()}`))).toContain(
    driver.scope.memberId,
  );
  expect(await listed(office, `?search=${encodeURIComponent(driver.email)}`)).toEqual([]);
  const first = await answerOf(memberPageSchema, owner.fetch('/v1/members?limit=2'));
  const rest = await answerOf(memberPageSchema, owner.fetch(`/v1/members?limit=2&cursor=${first.nextCursor}`));
  expect(idsOf([...first.members, ...rest.members])).toEqual(memberIds(owner, driver, office));
});

test('a move takes the branch along, is refused as a circle, and stands in the audit log', async () => {
  const owner = await api.account('Moving');
  const pete = await api.member(owner, 'crew');
  const carla = await api.member(owner, 'crew');
  const driver = await api.member(owner, 'crew', carla);
  const ticket = await capture(driver);
  expect(await ticketsOf(pete)).toEqual([]);
  const moved = await answerOf(memberSchema, change(owner, carla, { reportsTo: pete.scope.memberId }));
  expect(moved.reportsTo).toBe(pete.scope.memberId);
  expect(await ticketsOf(pete)).toEqual([ticket]);
  expect((await problemOf(change(owner, pete, { reportsTo: driver.scope.memberId }))).code).toBe('circle_of_members');
  expect((await problemOf(change(owner, pete, { reportsTo: pete.scope.memberId }))).code).toBe('circle_of_members');
  const [entry] = (await auditOf(owner, carla.scope.memberId)).filter(({ action }) => action === 'member.moved');
  expect(entry?.payload).toMatchObject({ from: null, to: pete.scope.memberId, address: '127.0.0.1' });
});

test('a superior of another account is not found, and nobody but an owner changes members', async () => {
  const owner = await api.account('Here');
  const stranger = await api.account('There');
  const driver = await api.member(owner, 'crew');
  const office = await api.member(owner, 'office');
  expect((await problemOf(change(owner, driver, { reportsTo: stranger.scope.memberId }))).code).toBe('not_found');
  expect((await problemOf(change(stranger, driver, { name: 'Mine' }))).code).toBe('not_found');
  expect((await problemOf(change(office, driver, { role: 'owner' }))).code).toBe('not_allowed');
  expect((await problemOf(change(driver, driver, { role: 'owner' }))).code).toBe('not_allowed');
});

test('an owner narrows the office to a branch and lets crew see the account', async () => {
  const owner = await api.account('Narrowing');
  const contractor = await api.member(owner, 'crew');
  const driver = await api.member(owner, 'crew', contractor);
  const beside = await api.member(owner, 'crew');
  const office = await api.member(owner, 'office');
  const inBranch = await capture(driver);
  const outside = await capture(beside);
  await change(owner, office, { visibility: 'branch', branchMemberId: contractor.scope.memberId });
  expect(await ticketsOf(office)).toEqual([inBranch]);
  expect(idsOf(await listed(office))).toEqual(memberIds(office, contractor, driver));
  await change(owner, beside, { visibility: 'account' });
  expect(await ticketsOf(beside)).toEqual([inBranch, outside].sort());
  // Back to the account: the branch goes with it.
  const back = await answerOf(memberSchema, change(owner, office, { visibility: 'account' }));
  expect(back.branchMemberId).toBeNull();
});

test('an account keeps an owner, whoever asks', async () => {
  const owner = await api.account('Last owner');
  const second = await api.member(owner, 'owner');
  expect((await change(owner, second, { role: 'crew' })).status).toBe(200);
  expect((await problemOf(change(owner, owner, { role: 'office' }))).code).toBe('last_owner');
  const leave = send(owner, 'POST', `/v1/members/${owner.scope.memberId}/deactivate`);
  expect((await problemOf(leave)).code).toBe('last_owner');
});

test('promise TP-20: deactivating ends sessions and live events at once and keeps tickets; the place can be had again', async () => {
  const owner = await api.account('Leaving');
  const driver = await api.member(owner, 'crew');
  const ticket = await capture(driver);
  const events = await driver.fetch('/v1/events');
  const ended = (async () => {
    for await (const _ of events.body ?? []);
  })();
  await answerOf(memberSchema, send(owner, 'POST', `/v1/members/${driver.scope.memberId}/deactivate`));
  expect((await problemOf(driver.fetch('/v1/me'))).code).toBe('not_signed_in');
  await ended;
  expect(await ticketsOf(owner)).toEqual([ticket]);
  const back = await answerOf(memberSchema, send(owner, 'POST', `/v1/members/${driver.scope.memberId}/reactivate`));
  expect(back.isActive).toBe(true);
  // The old session stays ended.
  expect((await driver.fetch('/v1/me')).status).toBe(401);
});

test("a member's tickets go to another member", async () => {
  const owner = await api.account('Handing over');
  const from = await api.member(owner, 'crew');
  const to = await api.member(owner, 'crew');
  const tickets = [await capture(from), await capture(from)].sort();
  const handOver = (toMemberId: string) =>
    send(owner, 'POST', `/v1/members/${from.scope.memberId}/hand-over`, { toMemberId });
  expect((await problemOf(handOver(crypto.randomUUID()))).code).toBe('not_found');
  expect((await problemOf(handOver(from.scope.memberId))).code).toBe('bad_request');
  expect(await answerOf(handedOverSchema, handOver(to.scope.memberId))).toEqual({ tickets: 2 });
  expect([await ticketsOf(from), await ticketsOf(to)]).toEqual([[], tickets]);
});

test('a member without e-mail signs in with the name and password that its owner was shown, until they are reset', async () => {
  const owner = await api.account('Mesa Verde Hauling');
  const made = await answerOf(
    namedMemberSchema,
    send(owner, 'POST', '/v1/members', { name: 'Carlos', signInName: 'Carlos', role: 'crew', reportsTo: null }),
  );
  expect(made.signInName).toMatch(/^carlos\.mvh\d{3}$/);
  const signIn = (password: string) =>
    fetch(`${api.url}/v1/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: made.signInName, password }),
    });
  const response = await signIn(made.password);
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const me = () => fetch(`${api.url}/v1/me`, { headers: { cookie } });
  expect(await answerOf(meSchema, me())).toMatchObject({
    email: null,
    signInName: made.signInName,
    member: { id: made.member.id },
  });
  const again = send(owner, 'POST', '/v1/members', { name: 'C', signInName: 'carlos', role: 'crew', reportsTo: null });
  expect((await problemOf(again)).code).toBe('sign_in_name_taken');
  const reset = await answerOf(
    namedMemberSchema.pick({ password: true }),
    send(owner, 'POST', `/v1/members/${made.member.id}/reset-password`),
  );
  expect((await me()).status).toBe(401);
  expect([(await signIn(made.password)).status, (await signIn(reset.password)).status]).toEqual([401, 200]);
  expect(api.logged()).not.toContain(made.password);
  const other = await api.member(owner, 'crew');
  expect((await problemOf(send(owner, 'POST', `/v1/members/${other.scope.memberId}/reset-password`))).code).toBe(
    'not_allowed',
  );
});

test("an owner takes a lost second factor away, but not somebody's who works for another account, too", async () => {
  const owner = await api.account('Lost phone');
  const driver = await api.member(owner, 'crew');
  const userId = `(select user_id from members where id = '${driver.scope.memberId}')`;
  await database.query(`update auth."user" set "twoFactorEnabled" = true where "id" = ${userId}`);
  await database.query(
    `insert into auth."twoFactor" ("id", "secret", "backupCodes", "userId") values ('t', 's', 'b', ${userId})`,
  );
  await database.query(
    `insert into auth."passkey" ("id", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
     values ('p', 'k', ${userId}, 'c', 0, 'singleDevice', false)`,
  );
  const reset = () => send(owner, 'POST', `/v1/members/${driver.scope.memberId}/reset-second-factor`);
  expect((await answerOf(memberSchema, reset())).hasSecondFactor).toBe(false);
  expect((await database.query('select from auth."twoFactor"')).rowCount).toBe(0);
  expect((await database.query('select from auth."passkey"')).rowCount).toBe(0);
  expect((await driver.fetch('/v1/me')).status).toBe(401);
  const other = await api.account('Other work');
  await database.query(
    `insert into members (account_id, user_id, name, role) select $1, user_id, 'D', 'crew' from members where id = $2`,
    [other.scope.accountId, driver.scope.memberId],
  );
  expect((await problemOf(reset())).code).toBe('not_allowed');
});

test('an owner sees as a member, changes nothing meanwhile, and the log says whose eyes and whose hand', async () => {
  const owner = await api.account('Seeing as');
  const driver = await api.member(owner, 'crew');
  const ticket = await capture(driver);
  const own = await capture(owner);
  const me = await answerOf(meSchema, send(owner, 'POST', '/v1/me/see-as', { memberId: driver.scope.memberId }));
  expect(me).toMatchObject({
    member: { id: driver.scope.memberId, role: 'crew' },
    seeingAs: { ownerName: expect.any(String) },
  });
  expect(await ticketsOf(owner)).toEqual([ticket]);
  expect((await owner.fetch(`/v1/tickets/${own}`)).status).toBe(404);
  expect((await problemOf(send(owner, 'PATCH', '/v1/me', { name: 'Somebody' }))).code).toBe('read_only');
  expect((await problemOf(owner.fetch('/v1/account'))).code).toBe('not_allowed');
  const after = await answerOf(meSchema, send(owner, 'DELETE', '/v1/me/see-as'));
  expect(after).toMatchObject({ member: { id: owner.scope.memberId, role: 'owner' }, seeingAs: null });
  expect(await ticketsOf(owner)).toEqual([ticket, own].sort());
  const actions = (await auditOf(owner, driver.scope.memberId)).map(({ action }) => action);
  expect(actions.slice(-2)).toEqual(['member.seen_as', 'member.seen_as_ended']);
  const { rows } = await database.query(
    'select distinct member_id from audit_events where action like $1 and account_id = $2',
    ['member.seen_as%', owner.scope.accountId],
  );
  expect(rows).toEqual([{ member_id: owner.scope.memberId }]);
});

test('what is sensitive asks again who it is after a quarter of an hour', async () => {
  const owner = await api.account('Sensitive');
  const driver = await api.member(owner, 'crew');
  await database.query(
    `update auth."session" set "confirmedAt" = now() - interval '16 minutes' where "userId" = (select user_id from members where id = $1)`,
    [owner.scope.memberId],
  );
  const deactivate = () => send(owner, 'POST', `/v1/members/${driver.scope.memberId}/deactivate`);
  expect((await problemOf(deactivate())).code).toBe('confirm_first');
  expect((await problemOf(change(owner, driver, { role: 'owner' }))).code).toBe('confirm_first');
  expect((await send(owner, 'POST', '/v1/me/confirm', { password: 'correct horse battery' })).status).toBe(200);
  expect((await deactivate()).status).toBe(200);
});

test('the actions of the audit log are those that the product knows', async () => {
  const { rows } = await database.query<{ action: string }>('select distinct action from audit_events');
  expect(rows.map(({ action }) => action).filter((action) => !auditActions.some((known) => known === action))).toEqual(
    [],
  );
});

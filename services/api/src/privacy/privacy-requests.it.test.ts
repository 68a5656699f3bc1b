import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditPageSchema } from '@ticket-pros/contracts/audit';
import {
  type PrivacyRequest,
  type PrivacyRequestKind,
  privacyRequestListSchema,
  privacyRequestSchema,
} from '@ticket-pros/contracts/privacy-request';
import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import { Client } from 'pg';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let second: Person;
let office: Person;
let driver: Person;
let stranger: Person;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  owner = await api.account('Hauling');
  second = await api.member(owner, 'owner');
  office = await api.member(owner, 'office');
  driver = await api.member(owner, 'crew');
  stranger = await api.account('Other company');
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

function post(person: Person, path: string, body: object): Promise<Response> {
  return person.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const file = (person: Person, kind: PrivacyRequestKind, details = '') =>
  answerOf(privacyRequestSchema, post(person, '/v1/privacy-requests', { kind, details }));
const answer = (person: Person, id: string, state: 'answered' | 'refused' = 'answered') =>
  post(person, `/v1/privacy-requests/${id}/answer`, { state, answer: 'Here it is.' });
const list = async (person: Person): Promise<PrivacyRequest[]> =>
  (await answerOf(privacyRequestListSchema, person.fetch('/v1/privacy-requests'))).requests;
const refusal = async (response: Promise<Response>): Promise<string> => (await problemOf(response)).code;

test('promise TP-8: a request has 30 days, reaches every owner by mail, and stands in the log', async () => {
  const filed = await file(driver, 'copy', 'Everything of May');
  expect(filed).toMatchObject({
    member: { id: driver.scope.memberId },
    kind: 'copy',
    details: 'Everything of May',
    state: 'open',
    answer: null,
    answeredBy: null,
  });
  expect((Date.parse(filed.dueAt) - Date.parse(filed.createdAt)) / 86_400_000).toBeCloseTo(30, 1);
  for (const { email } of [owner, second]) {
    const [mail, ...more] = await mailsTo(api, email);
    expect(mail).toMatchObject({ template: 'privacy-request-filed', subject: expect.stringContaining('crew 4') });
    expect(mail?.links.join()).toContain('/privacy-requests');
    expect(mail?.text).not.toContain('Everything of May');
    expect(more).toEqual([]);
  }
  for (const { email } of [office, driver, stranger]) expect(await mailsTo(api, email)).toEqual([]);
  const { events } = await answerOf(auditPageSchema, owner.fetch(`/v1/audit?subjectId=${filed.id}`));
  expect(events).toMatchObject([
    {
      action: 'privacy_request.filed',
      member: { id: driver.scope.memberId },
      subject: { kind: 'privacy_request', name: 'crew 4' },
      payload: { kind: 'copy' },
    },
  ]);
});

test('promise TP-8: an owner answers once; the member reads it, and hears of it by mail', async () => {
  const { id } = await file(driver, 'delete');
  const answered = await answerOf(privacyRequestSchema, answer(second, id, 'refused'));
  expect(answered).toMatchObject({ state: 'refused', answer: 'Here it is.', answeredBy: 'owner 2' });
  expect(await refusal(answer(owner, id))).toBe('request_answered');
  const own = (await list(driver)).find((one) => one.id === id);
  expect(own).toMatchObject({ state: 'refused', answer: 'Here it is.' });
  const mails = await mailsTo(api, driver.email);
  expect(mails.map(({ template }) => template)).toEqual(['privacy-request-answered']);
  expect(mails[0]?.text).not.toContain('Here it is.');
  const { events } = await answerOf(auditPageSchema, owner.fetch(`/v1/audit?subjectId=${id}`));
  expect(events.map(({ action, member, payload }) => [action, member?.name, payload])).toEqual([
    ['privacy_request.answered', 'owner 2', { kind: 'delete', state: 'refused' }],
    ['privacy_request.filed', 'crew 4', { kind: 'delete' }],
  ]);
});

test('of two owners who answer at once, one does', async () => {
  const { id } = await file(driver, 'access');
  const answers = await Promise.all([answer(owner, id), answer(second, id, 'refused')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a member without an address is answered all the same', async () => {
  const nameless = await api.member(owner, 'crew');
  await database.query(
    `update auth."user" set "email" = "id" || $2 where "id" = (select user_id from members where id = $1)`,
    [nameless.scope.memberId, noMailEnding],
  );
  const before = (await database.query('select 1 from mails')).rowCount ?? 0;
  const { id } = await file(nameless, 'access');
  expect((await answer(owner, id)).status).toBe(200);
  expect((await database.query('select 1 from mails')).rowCount).toBe(before + 2);
});

test('promise TP-3: owners see all of their account, others their own; nobody else answers', async () => {
  const ofOffice = await file(office, 'access');
  const ofStranger = await file(stranger, 'access');
  const seen = await list(owner);
  expect(seen.map((one) => one.id)).toContain(ofOffice.id);
  expect(seen.map((one) => one.id)).not.toContain(ofStranger.id);
  expect(new Set((await list(driver)).map(({ member }) => member.id))).toEqual(new Set([driver.scope.memberId]));
  expect((await list(office)).map((one) => one.id)).toEqual([ofOffice.id]);
  for (const person of [office, driver]) expect(await refusal(answer(person, ofOffice.id))).toBe('not_allowed');
  expect(await refusal(answer(stranger, ofOffice.id))).toBe('not_found');
  expect(await refusal(answer(owner, crypto.randomUUID()))).toBe('not_found');
  expect((await fetch(`${api.url}/v1/privacy-requests`)).status).toBe(401);

  const app = new Client({ connectionString: api.database.urls.app });
  await app.connect();
  const as = (person: Person) =>
    app.query(`select set_config('app.account_id', $1, false), set_config('app.member_id', $2, false)`, [
      person.scope.accountId,
      person.scope.memberId,
    ]);
  try {
    await as(driver);
    const { rows } = await app.query<{ member_id: string }>('select distinct member_id from privacy_requests');
    expect(rows).toEqual([{ member_id: driver.scope.memberId }]);
    const answering = `update privacy_requests set state = 'answered', answer = 'x', answered_at = now(), answered_by = app.member_id()`;
    expect((await app.query(answering)).rowCount).toBe(0);
    await expect(
      app.query(`insert into privacy_requests (account_id, member_id, kind, details) values ($1, $2, 'access', '')`, [
        office.scope.accountId,
        office.scope.memberId,
      ]),
    ).rejects.toThrow('row-level security');
    await database.query('update members set is_active = false where id = $1', [driver.scope.memberId]);
    expect((await app.query('select 1 from privacy_requests')).rowCount).toBe(0);
    await database.query('update members set is_active = true where id = $1', [driver.scope.memberId]);
    await as(owner);
    const reopening = `update privacy_requests set state = 'open', answer = null, answered_at = null, answered_by = null where state <> 'open'`;
    expect((await app.query(reopening)).rowCount).toBe(0);
    await expect(app.query(`update privacy_requests set due_at = now() + interval '1 year'`)).rejects.toThrow(
      'permission',
    );
  } finally {
    await app.end();
  }
});

test('the open ones come first, the soonest due of them first; then the answered ones, newest first', async () => {
  const asking = await api.member(owner, 'crew');
  const ids: string[] = [];
  for (const kind of ['access', 'copy', 'delete', 'correct'] as const) ids.push((await file(asking, kind)).id);
  const [first, late, second_, third] = ids;
  await database.query(`update privacy_requests set due_at = now() + interval '1 day' where id = $1`, [third]);
  await answer(owner, first ?? '');
  await answer(owner, late ?? '');
  expect((await list(asking)).map(({ id }) => id)).toEqual([third, second_, late, first]);
});

test('a member has twenty open requests at the most, however fast it asks', async () => {
  const busy = await api.member(owner, 'crew');
  const all = await Promise.all(
    Array.from({ length: 25 }, () => post(busy, '/v1/privacy-requests', { kind: 'access' })),
  );
  expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(all.filter(({ status }) => status === 429)).toHaveLength(5);
  const requests = await list(busy);
  expect(requests).toHaveLength(20);
  await answer(owner, requests[0]?.id ?? '');
  expect((await post(busy, '/v1/privacy-requests', { kind: 'access' })).status).toBe(201);
});

test('what is asked and answered stays out of the logs', async () => {
  const { id } = await file(office, 'correct', 'canary of the asking');
  await post(owner, `/v1/privacy-requests/${id}/answer`, { state: 'answered', answer: 'canary of the answering' });
  expect(api.logged()).toContain('/v1/privacy-requests');
  expect(api.logged()).not.toContain('canary of');
  for (const { email } of [owner, office]) expect(api.logged()).not.toContain(email);
});

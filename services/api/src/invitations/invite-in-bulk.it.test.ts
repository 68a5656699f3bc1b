import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invitationListSchema, invitationPreviewSchema, invitedInBulkSchema } from '@ticket-pros/contracts/invitation';
import { asDatabaseOwner, goodPassword, invite, postAs, tokenIn } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const csvOf = (...lines: string[]) => ['name,email,role,reports_to', ...lines].join('\n');
const preview = (person: Person, csv: string) =>
  answerOf(invitationPreviewSchema, postAs(person, '/v1/invitations/preview', { csv }));
const bulk = (person: Person, csv: string) => postAs(person, '/v1/invitations/bulk', { csv });
const listOf = async (person: Person) =>
  (await answerOf(invitationListSchema, person.fetch('/v1/invitations'))).invitations;
const rename = (person: Person, name: string) =>
  asDatabaseOwner(api, 'update members set name = $2 where id = $1', [person.scope.memberId, name]);

test('a file of people is checked first and then invited, each with a mail and a place', async () => {
  const owner = await api.account('Quarry');
  const foreman = await api.member(owner, 'crew');
  await rename(foreman, 'Francisco Vega');
  const csv = csvOf(
    'Ann Ash,Ann@bulk.example,crew,Francisco Vega',
    `Ben Bond,ben@bulk.example,office,`,
    `Cleo Cruz,cleo@bulk.example,CREW,${foreman.email.toUpperCase()}`,
    'Dora Diaz,dora@bulk.example,dueño,',
  );
  const checked = await preview(owner, csv);
  expect(checked).toMatchObject({ ready: 4, withProblems: 0 });
  const below = { id: foreman.scope.memberId, name: 'Francisco Vega' };
  expect(checked.lines).toMatchObject([
    { line: 2, name: 'Ann Ash', email: 'ann@bulk.example', role: 'crew', reportsTo: below, problems: [] },
    { line: 3, role: 'office', reportsTo: null },
    { line: 4, role: 'crew', reportsTo: below },
    { line: 5, role: 'owner' },
  ]);
  expect(await listOf(owner)).toEqual([]);

  expect(await answerOf(invitedInBulkSchema, bulk(owner, csv))).toEqual({ invited: 4 });
  expect((await listOf(owner)).map(({ email, role, state }) => `${email} ${role} ${state}`).sort()).toEqual([
    'ann@bulk.example crew open',
    'ben@bulk.example office open',
    'cleo@bulk.example crew open',
    'dora@bulk.example owner open',
  ]);
  const [mail] = await mailsTo(api, 'ann@bulk.example');
  const phone = openBrowser(api);
  const body = { as: 'email', name: 'Ann Ash', email: 'ann@bulk.example', password: goodPassword };
  const joined = await phone.post('/v1/join', { ...body, token: tokenIn(mail?.links[0]) });
  expect(await joined.json()).toEqual({ outcome: 'joined' });
  expect((await phone.fetch('/v1/tickets')).status).toBe(200);

  const again = await preview(owner, csv);
  expect(again.lines.map(({ problems }) => problems)).toEqual([
    ['Somebody with this address is in your account already.'],
    ['There is an open invitation for this address already.'],
    ['There is an open invitation for this address already.'],
    ['There is an open invitation for this address already.'],
  ]);
});

test('every line says everything that is wrong with it, and nothing is made of any', async () => {
  const owner = await api.account('Problems');
  const twin = await api.member(owner, 'crew');
  const otherTwin = await api.member(owner, 'crew');
  const gone = await api.member(owner, 'crew');
  await rename(twin, 'Juan Lopez');
  await rename(otherTwin, 'Juan Lopez');
  await rename(gone, 'Gone');
  await asDatabaseOwner(api, 'update members set is_active = false where id = $1', [gone.scope.memberId]);
  const stranger = await api.account('Elsewhere');
  await invite(owner, { email: 'open@bulk.example' });
  const csv = csvOf(
    'Right,right@bulk.example,crew,',
    ',nobody,boss,Unknown Person',
    'Twice,RIGHT@bulk.example,crew,',
    'Open,open@bulk.example,crew,',
    `Member,${owner.email},crew,`,
    'Twins,twins@bulk.example,crew,Juan Lopez',
    'Owner,owner@bulk.example,owner,Juan Lopez',
    `Far,far@bulk.example,crew,${stranger.email}`,
    'Below gone,below@bulk.example,crew,Gone',
    'No address,,crew,',
    `${'x'.repeat(201)},long@bulk.example,crew,`,
  );
  const { lines, ready, withProblems } = await preview(owner, csv);
  expect([ready, withProblems]).toEqual([1, 10]);
  expect(lines.map(({ line, problems }) => [line, ...problems])).toEqual([
    [2],
    [
      3,
      'The name is missing.',
      'This is not an e-mail address.',
      'The role has to be owner, office or crew.',
      'Nobody in your account has this e-mail address, sign-in name or name to report to.',
    ],
    [4, 'Line 2 has the same e-mail address.'],
    [5, 'There is an open invitation for this address already.'],
    [6, 'Somebody with this address is in your account already.'],
    [7, 'Several people have this name. Write the e-mail address or the sign-in name of the one to report to.'],
    [8, 'Owners report to nobody. Leave it empty.'],
    [9, 'Nobody in your account has this e-mail address, sign-in name or name to report to.'],
    [10, 'Nobody in your account has this e-mail address, sign-in name or name to report to.'],
    [11, 'The e-mail address is missing.'],
    [12, 'The name is too long, or has characters that no name has.'],
  ]);
  const refused = await problemOf(bulk(owner, csv));
  expect(refused).toMatchObject({ status: 422, code: 'invalid_csv' });
  expect(refused.detail).toContain('3: The name is missing.');
  expect(refused.detail).toContain('(+5)');
  expect(await listOf(owner)).toHaveLength(1);
  expect(await mailsTo(api, 'right@bulk.example')).toEqual([]);
});

test.each(['constructor', '__proto__'])('%s is no role', async (role) => {
  const owner = await api.account('Odd');
  const csv = csvOf(`Jane,jane@odd.example,${role},`);
  const { lines } = await answerOf(invitationPreviewSchema, postAs(owner, '/v1/invitations/preview', { csv }));
  expect(lines).toMatchObject([{ role: null, problems: ['The role has to be owner, office or crew.'] }]);
  expect((await bulk(owner, csv)).status).toBe(422);
});

test('problems are told in the language of the owner', async () => {
  const owner = await api.account('Idioma');
  await asDatabaseOwner(api, `update accounts set language = 'es' where id = $1`, [owner.scope.accountId]);
  const { lines } = await preview(owner, 'Nombre;Correo;Rol\n;uno@bulk.example;cuadrilla');
  expect(lines).toMatchObject([{ role: 'crew', problems: ['Falta el nombre.'] }]);
});

test('owners alone invite in bulk, and other owners only after a proof of the last minutes', async () => {
  const owner = await api.account('Who');
  const office = await api.member(owner, 'office');
  const csv = csvOf('Olga,olga@bulk.example,owner,');
  for (const path of ['preview', 'bulk']) {
    expect((await problemOf(postAs(office, `/v1/invitations/${path}`, { csv }))).code).toBe('not_allowed');
  }
  await asDatabaseOwner(api, `update auth."session" set "confirmedAt" = now() - interval '16 minutes'`);
  expect((await problemOf(bulk(owner, csv))).code).toBe('confirm_first');
  expect((await bulk(owner, csvOf('Carl,carl@bulk.example,crew,'))).status).toBe(201);
});

test('a file of a thousand lines that is sent twice at once invites everybody once', async () => {
  const owner = await api.account('Thousand');
  const lines = Array.from({ length: 1000 }, (_, index) => `Driver ${index},driver${index}@thousand.example,crew,`);
  const answers = await Promise.all([bulk(owner, csvOf(...lines)), bulk(owner, csvOf(...lines))]);
  // The second one finds them invited, or gives up waiting for the first.
  const [invited, refused] = answers.map(({ status }) => status).sort();
  expect(invited).toBe(201);
  expect([422, 503]).toContain(refused);
  expect(await listOf(owner)).toHaveLength(1000);
  const [count] = await asDatabaseOwner<{ mails: number }>(
    api,
    'select count(*)::int as mails from mails where account_id = $1',
    [owner.scope.accountId],
  );
  expect(count?.mails).toBe(1000);
  const more = await problemOf(bulk(owner, csvOf('One more,more@thousand.example,crew,')));
  expect(more.code).toBe('too_many_requests');
}, 60_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invitationListSchema, invitationSchema } from '@ticket-pros/contracts/invitation';
import { Client } from 'pg';
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

const refusal = async (person: Person, wish: object) => {
  const { status, code } = await problemOf(
    postAs(person, '/v1/invitations', { role: 'crew', reportsTo: null, ...wish }),
  );
  return `${status} ${code}`;
};
const listOf = async (person: Person) =>
  (await answerOf(invitationListSchema, person.fetch('/v1/invitations'))).invitations;
const isOver = async (token: string) => {
  const response = await openBrowser(api).post('/v1/join/look', { token });
  return response.status === 410;
};
const patch = (person: Person, memberId: string, change: object) =>
  person.fetch(`/v1/members/${memberId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });

test('an owner invites anybody, anywhere in the account', async () => {
  const owner = await api.account('Hauling');
  const foreman = await api.member(owner, 'crew');
  const reportsTo = foreman.scope.memberId;
  const crew = await invite(owner, { reportsTo, maxUses: 30, expiresInHours: 24 });
  expect(crew.invitation).toMatchObject({ role: 'crew', maxUses: 30, uses: 0, state: 'open', email: null });
  expect(crew.invitation.reportsTo?.id).toBe(reportsTo);
  expect(Date.parse(crew.invitation.expiresAt) - Date.parse(crew.invitation.createdAt)).toBe(24 * 60 * 60_000);
  expect(crew.link).toMatch(/^http:\/\/127\.0\.0\.1\/join#[\w-]{43}$/);
  const office = await invite(owner, { role: 'office', visibility: 'branch', reportsTo });
  expect(office.invitation).toMatchObject({ role: 'office', visibility: 'branch' });
  expect((await invite(owner, { role: 'owner' })).invitation.role).toBe('owner');
});

test('only the hash of a token is stored', async () => {
  const owner = await api.account('Hashed');
  const { token } = await invite(owner, { email: 'hashed@x.example' });
  const [mail] = await mailsTo(api, 'hashed@x.example');
  const rows = await asDatabaseOwner<{ text: string }>(api, 'select invitations::text as text from invitations');
  const all = rows.map(({ text }) => text).join('\n');
  for (const secret of [token, tokenIn(mail?.links[0])]) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
    expect(all).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  }
});

test('what no invitation can be is refused in words', async () => {
  const owner = await api.account('Shapes');
  const reportsTo = owner.scope.memberId;
  expect(await refusal(owner, { email: 'two@x.example', maxUses: 2 })).toBe('400 bad_request');
  expect(await refusal(owner, { role: 'owner', maxUses: 2 })).toBe('400 bad_request');
  expect(await refusal(owner, { role: 'owner', reportsTo })).toBe('400 bad_request');
  expect(await refusal(owner, { role: 'owner', visibility: 'branch' })).toBe('400 bad_request');
  expect(await listOf(owner)).toEqual([]);
});

test('inviting another owner needs a proof of the last minutes', async () => {
  const owner = await api.account('Proof');
  await asDatabaseOwner(api, `update auth."session" set "confirmedAt" = now() - interval '16 minutes'`);
  expect(await refusal(owner, { role: 'owner' })).toBe('403 confirm_first');
  await invite(owner, { role: 'office' });
});

test('a foreman invites crew below itself and nobody else', async () => {
  const owner = await api.account('Branches');
  const foreman = await api.member(owner, 'crew');
  const below = await api.member(owner, 'crew', foreman);
  const sideways = await api.member(owner, 'crew');
  const stranger = await api.account('Elsewhere');
  const self = foreman.scope.memberId;

  await invite(foreman, { reportsTo: self, maxUses: 5 });
  await invite(foreman, { reportsTo: below.scope.memberId });
  expect(await refusal(foreman, { reportsTo: null })).toBe('403 not_allowed');
  expect(await refusal(foreman, { reportsTo: self, role: 'office' })).toBe('403 not_allowed');
  expect(await refusal(foreman, { role: 'owner' })).toBe('403 not_allowed');
  expect(await refusal(foreman, { reportsTo: self, visibility: 'account' })).toBe('403 not_allowed');
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const id of [sideways.scope.memberId, owner.scope.memberId, stranger.scope.memberId, unknown]) {
    expect(await refusal(foreman, { reportsTo: id })).toBe('404 not_found');
  }
  expect(await refusal(owner, { reportsTo: stranger.scope.memberId })).toBe('404 not_found');
  expect(await refusal(owner, { reportsTo: unknown })).toBe('404 not_found');
});

test('office sees the account, and still invites below itself alone', async () => {
  const owner = await api.account('Office');
  const office = await api.member(owner, 'office');
  const driver = await api.member(owner, 'crew');
  await invite(office, { reportsTo: office.scope.memberId });
  expect(await refusal(office, { reportsTo: driver.scope.memberId })).toBe('403 not_allowed');
  expect(await refusal(office, { reportsTo: null })).toBe('403 not_allowed');
  expect(await refusal(office, { role: 'office', reportsTo: office.scope.memberId })).toBe('403 not_allowed');
});

test('office that is narrowed to a branch sees it, and still invites below itself alone', async () => {
  const owner = await api.account('Narrowed');
  const foreman = await api.member(owner, 'crew');
  const office = await api.member(owner, 'office');
  const visibility = 'branch';
  const branchMemberId = foreman.scope.memberId;
  expect((await patch(owner, office.scope.memberId, { visibility, branchMemberId })).status).toBe(200);
  expect(await refusal(office, { reportsTo: foreman.scope.memberId })).toBe('403 not_allowed');
  expect(await refusal(office, { reportsTo: owner.scope.memberId })).toBe('404 not_found');
});

test('the database itself refuses what a foreman may not invite, and keeps the rules behind it to itself', async () => {
  const owner = await api.account('Second lock');
  const foreman = await api.member(owner, 'crew');
  const sideways = await api.member(owner, 'crew');
  const ofOwner = await invite(owner);
  const { accountId, memberId } = foreman.scope;
  const app = new Client({ connectionString: api.database.urls.app });
  await app.connect();
  try {
    await app.query(`select set_config('app.account_id', $1, false), set_config('app.member_id', $2, false)`, [
      accountId,
      memberId,
    ]);
    const insert = (role: string, reportsTo: string | null, createdBy: string) =>
      app.query(
        `insert into invitations (account_id, created_by, role, reports_to, token_hash, expires_at)
         values ($1, $2, $3, $4, sha256(gen_random_uuid()::text::bytea), now() + interval '1 day')`,
        [accountId, createdBy, role, reportsTo],
      );
    await insert('crew', memberId, memberId);
    for (const [role, reportsTo, createdBy] of [
      ['crew', sideways.scope.memberId, memberId],
      ['crew', null, memberId],
      ['office', memberId, memberId],
      ['crew', memberId, owner.scope.memberId],
    ] as const) {
      await expect(insert(role, reportsTo, createdBy)).rejects.toThrow('row-level security');
    }
    expect((await app.query('select 1 from invitations')).rowCount).toBe(1);
    const revoked = await app.query('update invitations set revoked_at = now() where id = $1', [ofOwner.invitation.id]);
    expect(revoked.rowCount).toBe(0);
    for (const statement of [
      'update invitations set uses = 0',
      `update invitations set expires_at = now() + interval '90 days'`,
      `select app.is_below('${accountId}', '${sideways.scope.memberId}', '${owner.scope.memberId}')`,
      'select app.invitation_holds(i) from invitations i',
      'select * from auth."verification"',
    ]) {
      await expect(app.query(statement)).rejects.toThrow('permission denied');
    }
  } finally {
    await app.end();
  }
});

test('one address gets three invitations an hour from one who invites', async () => {
  const owner = await api.account('Mailbox');
  const foreman = await api.member(owner, 'crew');
  const below = { reportsTo: foreman.scope.memberId, email: 'mailbox@x.example' };
  for (let time = 1; time <= 3; time += 1) await invite(foreman, below);
  expect(await refusal(foreman, below)).toBe('429 too_many_requests');
  expect(await mailsTo(api, 'mailbox@x.example')).toHaveLength(3);
  expect(await refusal(owner, { email: 'carlos.tp1@no-mail.invalid' })).toBe('400 bad_request');
});

test('where the owners do not allow it, nobody else invites, and what is open opens nothing', async () => {
  const owner = await api.account('Closed');
  const foreman = await api.member(owner, 'crew');
  const { token } = await invite(foreman, { reportsTo: foreman.scope.memberId });
  expect(await isOver(token)).toBe(false);
  await asDatabaseOwner(api, 'update accounts set branch_invitations = false where id = $1', [owner.scope.accountId]);
  expect(await refusal(foreman, { reportsTo: foreman.scope.memberId })).toBe('403 not_allowed');
  expect(await isOver(token)).toBe(true);
  expect((await listOf(foreman)).map(({ state }) => state)).toEqual(['revoked']);
  await invite(owner);
});

test('nobody is invited below somebody who is deactivated', async () => {
  const owner = await api.account('Gone');
  const foreman = await api.member(owner, 'crew');
  await asDatabaseOwner(api, 'update members set is_active = false where id = $1', [foreman.scope.memberId]);
  expect(await refusal(owner, { reportsTo: foreman.scope.memberId })).toBe('404 not_found');
});

test('an invitation by e-mail is sent in the language of the account, with a link of its own', async () => {
  const owner = await api.account('Transportes Díaz');
  await asDatabaseOwner(api, `update accounts set language = 'es' where id = $1`, [owner.scope.accountId]);
  const { invitation, token } = await invite(owner, { email: 'Pedro@X.example', name: 'Pedro' });
  expect(invitation).toMatchObject({ email: 'pedro@x.example', name: 'Pedro', maxUses: 1 });
  const [mail, more] = await mailsTo(api, 'pedro@x.example');
  expect(more).toBeUndefined();
  expect(mail).toMatchObject({ template: 'invitation', language: 'es' });
  expect(mail?.subject).toContain('Transportes Díaz');
  expect(tokenIn(mail?.links[0])).not.toBe(token);
  expect(await isOver(tokenIn(mail?.links[0]))).toBe(false);
});

test('an owner lists every invitation, others their own; the same for revoking', async () => {
  const owner = await api.account('Lists');
  const foreman = await api.member(owner, 'crew');
  const other = await api.member(owner, 'crew');
  const ofOwner = await invite(owner);
  const ofForeman = await invite(foreman, { reportsTo: foreman.scope.memberId });
  expect((await listOf(owner)).map(({ id }) => id)).toEqual([ofForeman.invitation.id, ofOwner.invitation.id]);
  expect((await listOf(foreman)).map(({ id }) => id)).toEqual([ofForeman.invitation.id]);
  expect(await listOf(other)).toEqual([]);

  const revoke = (person: Person, id: string) => person.fetch(`/v1/invitations/${id}`, { method: 'DELETE' });
  const stranger = await api.account('Not theirs');
  for (const [person, id] of [
    [foreman, ofOwner.invitation.id],
    [other, ofForeman.invitation.id],
    [stranger, ofOwner.invitation.id],
    [owner, '00000000-0000-4000-8000-000000000000'],
  ] as const) {
    expect((await problemOf(revoke(person, id))).code).toBe('not_found');
  }
  expect(await isOver(ofForeman.token)).toBe(false);
  expect((await answerOf(invitationSchema, revoke(foreman, ofForeman.invitation.id))).state).toBe('revoked');
  expect((await answerOf(invitationSchema, revoke(owner, ofForeman.invitation.id))).state).toBe('revoked');
  expect(await isOver(ofForeman.token)).toBe(true);
  expect((await answerOf(invitationSchema, revoke(owner, ofOwner.invitation.id))).state).toBe('revoked');
});

test('making and revoking stand in the audit log, once each', async () => {
  const owner = await api.account('Logged');
  const { invitation } = await invite(owner, { email: 'logged@x.example' });
  await owner.fetch(`/v1/invitations/${invitation.id}`, { method: 'DELETE' });
  await owner.fetch(`/v1/invitations/${invitation.id}`, { method: 'DELETE' });
  const events = await asDatabaseOwner<{ action: string; member_id: string; payload: { email: string } }>(
    api,
    'select action, member_id, payload from audit_events where subject_id = $1 order by at',
    [invitation.id],
  );
  expect(events.map(({ action }) => action)).toEqual(['invitation.made', 'invitation.revoked']);
  for (const { member_id, payload } of events) {
    expect([member_id, payload.email]).toEqual([owner.scope.memberId, 'logged@x.example']);
  }
});

test('links end with the right of their maker to make them', async () => {
  const owner = await api.account('Rights');
  const boss = await api.member(owner, 'crew');
  const foreman = await api.member(owner, 'crew', boss);
  const team = await api.member(owner, 'crew', foreman);
  const intoTeam = await invite(foreman, { reportsTo: team.scope.memberId });
  const intoOwn = await invite(foreman, { reportsTo: foreman.scope.memberId });
  // The team goes to another foreman.
  expect((await patch(owner, team.scope.memberId, { reportsTo: boss.scope.memberId })).status).toBe(200);
  expect([await isOver(intoTeam.token), await isOver(intoOwn.token)]).toEqual([true, false]);

  const second = await api.member(owner, 'owner');
  const ofSecond = await invite(second, { role: 'owner' });
  expect((await patch(owner, second.scope.memberId, { role: 'office' })).status).toBe(200);
  expect(await isOver(ofSecond.token)).toBe(true);
  const taken = await problemOf(
    openBrowser(api).post('/v1/join', {
      token: ofSecond.token,
      as: 'email',
      name: 'Olga',
      email: 'olga@x.example',
      password: goodPassword,
    }),
  );
  expect(taken.code).toBe('invitation_over');

  await asDatabaseOwner(api, 'update members set is_active = false where id = $1', [foreman.scope.memberId]);
  expect(await isOver(intoOwn.token)).toBe(true);
});

test('an account has two thousand open invitations at the most, and makes five hundred an hour one by one', async () => {
  const fill = (owner: Person, count: number, age: string) =>
    asDatabaseOwner(
      api,
      `insert into invitations (account_id, created_by, role, token_hash, expires_at, created_at)
       select $1, $2, 'crew', sha256(gen_random_uuid()::text::bytea), now() + interval '1 day', now() - $4::interval
       from generate_series(1, $3)`,
      [owner.scope.accountId, owner.scope.memberId, count, age],
    );
  const many = await api.account('Many');
  await fill(many, 1999, '2 hours');
  const last = await invite(many);
  expect(await refusal(many, {})).toBe('429 too_many_requests');
  await many.fetch(`/v1/invitations/${last.invitation.id}`, { method: 'DELETE' });
  const answers = await Promise.all(
    [1, 2, 3].map(() => postAs(many, '/v1/invitations', { role: 'crew', reportsTo: null })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
  expect((await listOf(many)).filter(({ state }) => state === 'open')).toHaveLength(2000);

  const busy = await api.account('Busy');
  await fill(busy, 499, '50 minutes');
  await invite(busy);
  expect(await refusal(busy, {})).toBe('429 too_many_requests');
});

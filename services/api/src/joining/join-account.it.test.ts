import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invitationListSchema, invitationLookSchema, joinedSchema } from '@ticket-pros/contracts/invitation';
import { meSchema } from '@ticket-pros/contracts/member';
import { z } from 'zod';
import { asDatabaseOwner, goodPassword, invite, postAs, tokenIn } from '../../test/invite-test-people.ts';
import { openBrowser } from '../../test/open-browser.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const withName = (token: string, signInName: string) => ({
  token,
  as: 'name',
  name: 'Carlos Ruiz',
  signInName,
  password: goodPassword,
});
const withEmail = (token: string, email: string) => ({
  token,
  as: 'email',
  name: 'Nina North',
  email,
  password: goodPassword,
});
const anyToken = 'a'.repeat(43);
const countMembers = async (accountId: string) =>
  (await asDatabaseOwner(api, 'select 1 from members where account_id = $1', [accountId])).length;
const countUsers = async (email: string) =>
  (await asDatabaseOwner(api, 'select 1 from auth."user" where email like $1', [email])).length;

test('the bearer of a link learns what it is for', async () => {
  const owner = await api.account('Gravel');
  const { token } = await invite(owner, { role: 'office', name: 'Pat' });
  const look = await answerOf(
    z.strictObject(invitationLookSchema.shape),
    openBrowser(api).post('/v1/join/look', { token }),
  );
  expect(look).toMatchObject({ company: 'Gravel', role: 'office', name: 'Pat', email: null, language: 'en' });
});

test('a driver joins with a name, is signed in at once, and can sign in again with that name', async () => {
  const owner = await api.account('Hauling');
  const foreman = await api.member(owner, 'crew');
  const { token } = await invite(foreman, { reportsTo: foreman.scope.memberId, maxUses: 2 });
  const { signInCode } = await answerOf(invitationLookSchema, openBrowser(api).post('/v1/join/look', { token }));
  const phone = openBrowser(api);
  const joined = await answerOf(joinedSchema, phone.post('/v1/join', withName(token, 'carlos')));
  expect(joined).toEqual({ outcome: 'joined' });
  const me = await answerOf(meSchema, phone.fetch('/v1/me'));
  expect(me).toMatchObject({
    email: null,
    signInName: `carlos.${signInCode}`,
    member: { name: 'Carlos Ruiz', role: 'crew', visibility: 'branch' },
    account: { name: 'Hauling' },
  });
  const [member] = await asDatabaseOwner<{ reports_to: string }>(api, 'select reports_to from members where id = $1', [
    me.member.id,
  ]);
  expect(member?.reports_to).toBe(foreman.scope.memberId);
  const again = openBrowser(api);
  const username = `carlos.${signInCode}`;
  expect((await again.post('/v1/auth/sign-in/username', { username, password: goodPassword })).status).toBe(200);
  expect((await again.fetch('/v1/me')).status).toBe(200);

  const taken = await problemOf(openBrowser(api).post('/v1/join', withName(token, 'carlos')));
  expect([taken.status, taken.code]).toEqual([409, 'sign_in_name_taken']);
  expect((await openBrowser(api).post('/v1/join', withName(token, 'karl'))).status).toBe(200);
});

test('the same name is free in another account', async () => {
  for (const company of ['First of two', 'Second of two']) {
    const { token } = await invite(await api.account(company));
    expect((await openBrowser(api).post('/v1/join', withName(token, 'maria'))).status).toBe(200);
  }
});

test('joining stands in the audit log with who joined and from where', async () => {
  const owner = await api.account('Audited');
  const { token, invitation } = await invite(owner);
  await openBrowser(api, { userAgent: 'Phone of Carlos' }).post('/v1/join', withName(token, 'carlos'));
  const [event] = await asDatabaseOwner<{ actor: string; member_id: string; payload: object }>(
    api,
    `select actor, member_id, payload from audit_events where action = 'invitation.accepted' and subject_id = $1`,
    [invitation.id],
  );
  expect(event).toMatchObject({
    actor: 'member',
    payload: { name: 'Carlos Ruiz', role: 'crew', device: 'Phone of Carlos' },
  });
  expect(event?.member_id).not.toBe(owner.scope.memberId);
});

test('unknown, revoked, expired and used up answer alike, for looking and for joining', async () => {
  const owner = await api.account('Over');
  const revoked = await invite(owner);
  await owner.fetch(`/v1/invitations/${revoked.invitation.id}`, { method: 'DELETE' });
  const expired = await invite(owner);
  await asDatabaseOwner(
    api,
    `update invitations set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second' where id = $1`,
    [expired.invitation.id],
  );
  const used = await invite(owner);
  expect((await openBrowser(api).post('/v1/join', withName(used.token, 'first'))).status).toBe(200);
  const visitor = await api.account('Visitor');

  const answers = new Set<string>();
  for (const token of [anyToken, revoked.token, expired.token, used.token]) {
    for (const response of [
      await openBrowser(api).post('/v1/join/look', { token }),
      await openBrowser(api).post('/v1/join', withName(token, 'second')),
      await openBrowser(api).post('/v1/join', withEmail(token, 'second@x.example')),
      await postAs(visitor, '/v1/join', { token, as: 'me' }),
    ]) {
      const { requestId, ...problem } = await problemOf(response);
      answers.add(JSON.stringify(problem));
    }
  }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toContain('invitation_over');
  expect(await countMembers(owner.scope.accountId)).toBe(2);
  const { invitations } = await answerOf(invitationListSchema, owner.fetch('/v1/invitations'));
  expect(invitations.map(({ state }) => state).sort()).toEqual(['expired', 'revoked', 'used']);
});

test('of many who join at once on a link for five, exactly five get in, and nothing is left of the others', async () => {
  const owner = await api.account('Race');
  const { token, invitation } = await invite(owner, { maxUses: 5 });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => openBrowser(api).post('/v1/join', withName(token, `racer-${index}`))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(200), ...Array(7).fill(410)]);
  expect(await countMembers(owner.scope.accountId)).toBe(6);
  expect(await countUsers('racer-%')).toBe(5);
  const { invitations } = await answerOf(invitationListSchema, owner.fetch('/v1/invitations'));
  expect(invitations).toMatchObject([{ id: invitation.id, uses: 5, state: 'used' }]);
});

test('of many who want the same name at once, one gets it', async () => {
  const { token } = await invite(await api.account('Same name'), { maxUses: 10 });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => openBrowser(api).post('/v1/join', withName(token, 'jorge'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

test('a superior who is deactivated while people join lets nobody in afterwards, and nothing hangs', async () => {
  const owner = await api.account('Deactivated meanwhile');
  const foreman = await api.member(owner, 'crew');
  const { token } = await invite(foreman, { reportsTo: foreman.scope.memberId, maxUses: 20 });
  const joins = Array.from({ length: 8 }, (_, index) =>
    openBrowser(api).post('/v1/join', withName(token, `late-${index}`)),
  );
  const off = asDatabaseOwner(api, 'update members set is_active = false where id = $1', [foreman.scope.memberId]);
  const statuses = (await Promise.all(joins)).map(({ status }) => status);
  await off;
  for (const status of statuses) expect([200, 410]).toContain(status);
  const after = await problemOf(openBrowser(api).post('/v1/join', withName(token, 'after')));
  expect(after.code).toBe('invitation_over');
});

test('who opens the link of the mail and keeps its address is in at once', async () => {
  const owner = await api.account('By mail');
  await invite(owner, { email: 'nina@mail.example', role: 'office' });
  const [mail] = await mailsTo(api, 'nina@mail.example');
  const browser = openBrowser(api);
  const token = tokenIn(mail?.links[0]);
  const joined = await answerOf(joinedSchema, browser.post('/v1/join', withEmail(token, 'Nina@mail.example')));
  expect(joined).toEqual({ outcome: 'joined' });
  const me = await answerOf(meSchema, browser.fetch('/v1/me'));
  expect(me).toMatchObject({ email: 'nina@mail.example', signInName: null, member: { role: 'office' } });
  const again = openBrowser(api);
  const signIn = { email: 'nina@mail.example', password: goodPassword };
  expect((await again.post('/v1/auth/sign-in/email', signIn)).status).toBe(200);
});

test('the link that the inviter is shown proves no address: joining with the invited one waits for a mail', async () => {
  const owner = await api.account('Shown link');
  const { token } = await invite(owner, { email: 'victim@mail.example' });
  const browser = openBrowser(api);
  const joined = await answerOf(joinedSchema, browser.post('/v1/join', withEmail(token, 'victim@mail.example')));
  expect(joined).toEqual({ outcome: 'confirm_email' });
  expect(browser.cookies.size).toBe(0);
  expect(await countUsers('victim@mail.example')).toBe(0);
});

test('another address joins once its mail confirmed it', async () => {
  const owner = await api.account('Confirmed');
  const { token, invitation } = await invite(owner);
  const browser = openBrowser(api);
  const wanted = await answerOf(joinedSchema, browser.post('/v1/join', withEmail(token, 'later@mail.example')));
  expect(wanted).toEqual({ outcome: 'confirm_email' });
  expect([await countUsers('later@mail.example'), await countMembers(owner.scope.accountId)]).toEqual([0, 1]);
  expect((await browser.fetch('/v1/me')).status).toBe(401);

  const [mail] = await mailsTo(api, 'later@mail.example');
  expect(mail?.template).toBe('confirm-sign-up');
  const confirmed = browser.post('/v1/sign-up/confirm', { token: tokenIn(mail?.links[0]), password: goodPassword });
  expect(await answerOf(joinedSchema, confirmed)).toEqual({ outcome: 'joined' });
  const me = await answerOf(meSchema, browser.fetch('/v1/me'));
  expect(me).toMatchObject({ email: 'later@mail.example', account: { name: 'Confirmed' } });
  const { invitations } = await answerOf(invitationListSchema, owner.fetch('/v1/invitations'));
  expect(invitations).toMatchObject([{ id: invitation.id, uses: 1, state: 'used' }]);
});

test('an invitation that ends before the address is confirmed lets nobody in and leaves no user', async () => {
  const owner = await api.account('Too late');
  const { token, invitation } = await invite(owner);
  await openBrowser(api).post('/v1/join', withEmail(token, 'toolate@mail.example'));
  await owner.fetch(`/v1/invitations/${invitation.id}`, { method: 'DELETE' });
  const [mail] = await mailsTo(api, 'toolate@mail.example');
  const confirm = () =>
    problemOf(openBrowser(api).post('/v1/sign-up/confirm', { token: tokenIn(mail?.links[0]), password: goodPassword }));
  expect((await confirm()).code).toBe('invitation_over');
  expect((await confirm()).code).toBe('invitation_over');
  expect(await countUsers('toolate@mail.example')).toBe(0);
});

test('joining with a known address answers as with an unknown one, and its mail says to sign in first', async () => {
  const known = await api.account('Known');
  const owner = await api.account('Asking');
  const { token, link } = await invite(owner, { maxUses: 3 });
  const answers: string[] = [];
  for (const email of [known.email, 'unknown@mail.example']) {
    const response = await openBrowser(api).post('/v1/join', withEmail(token, email));
    answers.push(`${response.status} ${response.headers.getSetCookie().length} ${await response.text()}`);
  }
  expect(answers[0]).toBe(answers[1]);
  const [mail] = await mailsTo(api, known.email);
  expect(mail?.template).toBe('join-known-address');
  expect(mail?.links).toContain(link);
  expect(await countMembers(owner.scope.accountId)).toBe(1);
});

test('a known address is not joined by the link of its mail either: its password has to be known', async () => {
  const known = await api.account('Known too');
  const owner = await api.account('Asking too');
  await invite(owner, { email: known.email });
  const [invitation] = await mailsTo(api, known.email);
  const browser = openBrowser(api);
  const joined = browser.post('/v1/join', withEmail(tokenIn(invitation?.links[0]), known.email));
  expect(await answerOf(joinedSchema, joined)).toEqual({ outcome: 'confirm_email' });
  expect(browser.cookies.size).toBe(0);
  expect((await mailsTo(api, known.email)).map(({ template }) => template)).toEqual([
    'invitation',
    'join-known-address',
  ]);
});

test('who is signed in joins as itself, works there from then on, and has a place in both accounts', async () => {
  const user = await api.account('Own company');
  const owner = await api.account('Other company');
  const { token } = await invite(owner, { role: 'office', maxUses: 2 });
  expect(await answerOf(joinedSchema, postAs(user, '/v1/join', { token, as: 'me' }))).toEqual({ outcome: 'joined' });
  const me = await answerOf(meSchema, user.fetch('/v1/me'));
  expect(me).toMatchObject({ email: user.email, member: { role: 'office' }, account: { name: 'Other company' } });
  expect(me.places.map(({ account }) => account.name)).toEqual(['Own company', 'Other company']);

  const twice = await problemOf(postAs(user, '/v1/join', { token, as: 'me' }));
  expect([twice.status, twice.code]).toEqual([409, 'already_member']);
  await asDatabaseOwner(api, 'update members set is_active = false where id = $1', [me.member.id]);
  const signedInAgain = openBrowser(api);
  await signedInAgain.post('/v1/auth/sign-in/email', { email: user.email, password: 'correct horse battery' });
  const inactive = await problemOf(signedInAgain.post('/v1/join', { token, as: 'me' }));
  expect([inactive.status, inactive.code]).toEqual([409, 'already_member']);
  const { invitations } = await answerOf(invitationListSchema, owner.fetch('/v1/invitations'));
  expect(invitations).toMatchObject([{ uses: 1, state: 'open' }]);
});

test('joining as oneself needs a session', async () => {
  const { token } = await invite(await api.account('Nobody'));
  expect((await problemOf(openBrowser(api).post('/v1/join', { token, as: 'me' }))).code).toBe('not_signed_in');
});

test('owners join with an e-mail address alone', async () => {
  const { token } = await invite(await api.account('Two owners'), { role: 'owner' });
  expect((await problemOf(openBrowser(api).post('/v1/join', withName(token, 'second')))).code).toBe('bad_request');
});

test('a password that is easy to guess is refused, and takes no use', async () => {
  const owner = await api.account('Bulldozers Inc');
  const { token } = await invite(owner);
  for (const password of ['password123', 'Bulldozers Inc']) {
    for (const body of [withName(token, 'weak-name'), withEmail(token, 'weak@mail.example')]) {
      const { status, code } = await problemOf(openBrowser(api).post('/v1/join', { ...body, password }));
      expect([password, status, code]).toEqual([password, 422, 'weak_password']);
    }
  }
  const { invitations } = await answerOf(invitationListSchema, owner.fetch('/v1/invitations'));
  expect(invitations).toMatchObject([{ uses: 0 }]);
});

test('no token, password or address of anybody is in the log', async () => {
  const owner = await api.account('Quiet');
  const shown = await invite(owner, { email: 'quiet@mail.example' });
  const [mail] = await mailsTo(api, 'quiet@mail.example');
  const browser = openBrowser(api);
  await browser.post('/v1/join/look', { token: shown.token });
  await browser.post('/v1/join', withEmail(shown.token, 'other@mail.example'));
  const [confirmation] = await mailsTo(api, 'other@mail.example');
  await browser.post('/v1/sign-up/confirm', { token: tokenIn(confirmation?.links[0]), password: goodPassword });
  await browser.post('/v1/join', withEmail(tokenIn(mail?.links[0]), 'quiet@mail.example'));
  await browser.post('/v1/join', { ...withEmail(shown.token, 'not an address'), extra: 1 });
  const logged = api.logged();
  expect(logged).toContain('/v1/sign-up/confirm');
  for (const secret of [
    shown.token,
    tokenIn(mail?.links[0]),
    tokenIn(confirmation?.links[0]),
    goodPassword,
    'quiet@mail.example',
    'other@mail.example',
    'not an address',
  ]) {
    expect(logged).not.toContain(secret);
  }
});

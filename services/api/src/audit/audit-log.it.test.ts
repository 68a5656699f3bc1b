import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AuditEvent, auditPageSchema } from '@ticket-pros/contracts/audit';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, problemOf, ticketOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let office: Person;
let driver: Person;
let stranger: Person;
let shade = 0;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  owner = await api.account('Hauling');
  office = await api.member(owner, 'office');
  driver = await api.member(owner, 'crew');
  stranger = await api.account('Other company');
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

async function capture(sender: Person): Promise<string> {
  shade += 1;
  const image = await sharp({ create: { width: 90, height: 90, channels: 3, background: { r: shade, g: 7, b: 7 } } })
    .png()
    .toBuffer();
  const { id } = await storeTicket(sender, { images: [image] });
  await database.query(`update tickets set state = 'reading' where id = $1`, [id]);
  await database.query(`update tickets set state = 'needs_review' where id = $1`, [id]);
  return id;
}

const log = (person: Person, query = '') => answerOf(auditPageSchema, person.fetch(`/v1/audit?${query}`));
const told = async (subjectId: string): Promise<AuditEvent[]> => (await log(owner, `subjectId=${subjectId}`)).events;

async function act(person: Person, ticketId: string, way: string, more: object = {}): Promise<void> {
  const { version } = await ticketOf(person.fetch(`/v1/tickets/${ticketId}`));
  const response = await person.fetch(`/v1/tickets/${ticketId}/${way}`, {
    method: way === 'values' ? 'PATCH' : 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Test browser' },
    body: JSON.stringify({ version, ...more }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function lookAt(person: Person, ticketId: string, headers: Record<string, string> = {}): Promise<Response> {
  const { images } = await ticketOf(person.fetch(`/v1/tickets/${ticketId}`));
  return person.fetch(`/v1/tickets/${ticketId}/images/${images[0]?.id}/original`, { headers });
}

test('every change of a ticket stands in the log, with who, from where, and what was before', async () => {
  const id = await capture(driver);
  await act(office, id, 'values', { values: [{ field: 'date', row: 0, text: '2025-01-02' }] });
  await act(office, id, 'values', { values: [{ field: 'date', row: 0, text: '2025-01-03' }] });
  await act(office, id, 'approve');
  await act(office, id, 'reopen');
  await act(office, id, 'reject', { reason: 'Not ours' });
  await act(office, id, 'reopen');
  await act(office, id, 'unreadable');
  await act(owner, id, 'read-again');
  const events = await told(id);
  expect(events.map(({ action }) => action)).toEqual([
    'ticket.read_again',
    'ticket.marked_unreadable',
    'ticket.reopened',
    'ticket.rejected',
    'ticket.reopened',
    'ticket.approved',
    'ticket.corrected',
    'ticket.corrected',
    'ticket.captured',
  ]);
  expect(events.map(({ member }) => member?.id)).toEqual([
    owner.scope.memberId,
    ...Array(7).fill(office.scope.memberId),
    driver.scope.memberId,
  ]);
  const event = (action: string) => events.find((one) => one.action === action);
  expect(event('ticket.rejected')).toMatchObject({
    actor: 'member',
    member: { name: 'office 2' },
    subject: { kind: 'ticket', id, name: null },
    address: '127.0.0.1',
    device: 'Test browser',
    payload: { from: 'needs_review', to: 'rejected', reason: 'Not ours' },
  });
  expect(event('ticket.corrected')?.payload).toEqual({
    fields: [{ field: 'date', row: 0, before: '2025-01-02', after: '2025-01-03' }],
  });
  expect(event('ticket.captured')?.payload).toEqual({ photos: 1 });
});

test('a change that is refused leaves no event', async () => {
  const id = await capture(driver);
  const { version } = await ticketOf(office.fetch(`/v1/tickets/${id}`));
  const response = await office.fetch(`/v1/tickets/${id}/reopen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  });
  expect((await problemOf(response)).code).toBe('wrong_state');
  expect((await told(id)).map(({ action }) => action)).toEqual(['ticket.captured']);
});

test("a look at another member's picture is told once an hour, also where the browser has it; one's own is not", async () => {
  const id = await capture(driver);
  const first = await lookAt(driver, id);
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, max-age=604800']);
  expect((await told(id)).map(({ action }) => action)).toEqual(['ticket.captured']);

  const seen = await Promise.all([lookAt(office, id), lookAt(office, id), lookAt(office, id)]);
  expect(seen.map((one) => one.status)).toEqual([200, 200, 200]);
  expect(seen[0]?.headers.get('cache-control')).toBe('private, max-age=3600');
  const looks = async () => (await told(id)).filter(({ action }) => action === 'image.seen');
  expect(await looks()).toMatchObject([
    { member: { id: office.scope.memberId }, payload: { capturedBy: driver.scope.memberId } },
  ]);

  await lookAt(owner, id);
  expect(await looks()).toHaveLength(2);

  await database.query(`alter table audit_events disable trigger user`);
  await database.query(`update audit_events set at = at - interval '61 minutes' where subject_id = $1`, [id]);
  await database.query(`alter table audit_events enable trigger user`);
  const again = await lookAt(office, id, { 'if-none-match': seen[0]?.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  expect(await looks()).toHaveLength(3);
});

test("an owner who sees as a member looks as the owner, at that member's own pictures too", async () => {
  const id = await capture(driver);
  const began = await owner.fetch('/v1/me/see-as', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: driver.scope.memberId }),
  });
  expect(began.status).toBe(200);
  expect((await lookAt(owner, id)).headers.get('cache-control')).toBe('private, max-age=3600');
  await lookAt(owner, id);
  expect((await owner.fetch('/v1/audit')).status).toBe(403);
  expect((await owner.fetch('/v1/me/see-as', { method: 'DELETE' })).status).toBe(200);
  await lookAt(owner, id);
  const looks = (await told(id)).filter(({ action }) => action === 'image.seen');
  const { memberId } = owner.scope;
  expect(looks).toMatchObject([
    { actor: 'member', member: { id: memberId }, payload: { capturedBy: driver.scope.memberId } },
    { actor: 'member', member: { id: memberId }, payload: { seenAs: driver.scope.memberId } },
  ]);
  expect(looks[0]?.payload).not.toHaveProperty('seenAs');
});

test('a picture that is not yours to see leaves no look', async () => {
  const id = await capture(driver);
  const { images } = await ticketOf(driver.fetch(`/v1/tickets/${id}`));
  const refused = await stranger.fetch(`/v1/tickets/${id}/images/${images[0]?.id}/original`);
  expect(refused.status).toBe(404);
  expect((await told(id)).map(({ action }) => action)).toEqual(['ticket.captured']);
  expect((await log(stranger, `subjectId=${id}`)).events).toEqual([]);
});

test('an export of tickets is told with its filter and how many', async () => {
  await capture(driver);
  await (await office.fetch(`/v1/exports/tickets.csv?memberId=${driver.scope.memberId}&search=zz`)).text();
  await (await driver.fetch('/v1/exports/tickets.json')).text();
  const { events } = await log(owner, 'action=ticket.exported');
  expect(events.map(({ member, payload }) => [member?.id, payload])).toEqual([
    [driver.scope.memberId, { format: 'json', filter: {}, tickets: shade }],
    [office.scope.memberId, { format: 'csv', filter: { memberId: driver.scope.memberId, search: 'zz' }, tickets: 0 }],
  ]);
});

test('the log is for owners, of their own account', async () => {
  for (const person of [office, driver]) {
    const response = await person.fetch('/v1/audit');
    expect([response.status, (await problemOf(response)).code]).toEqual([403, 'not_allowed']);
    expect((await person.fetch('/v1/audit.csv')).status).toBe(403);
  }
  const { events } = await log(stranger, 'limit=200');
  expect(events.filter(({ action }) => action.startsWith('ticket.') || action.startsWith('image.'))).toEqual([]);
  expect((await fetch(`${api.url}/v1/audit`)).status).toBe(401);
});

test('filters narrow it, pages neither repeat nor lose an event', async () => {
  const all = (await log(owner, 'limit=200')).events;
  const pages: AuditEvent[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { events: AuditEvent[]; nextCursor: string | null } = await log(
      owner,
      `limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    pages.push(...page.events);
    cursor = page.nextCursor;
  }
  expect(pages.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(all.length).toBeGreaterThan(15);

  const ofDriver = (await log(owner, `memberId=${driver.scope.memberId}&limit=200`)).events;
  expect(ofDriver).toEqual(all.filter(({ member }) => member?.id === driver.scope.memberId));
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });
  const today = day.format(new Date());
  const tomorrow = day.format(new Date(Date.now() + 36 * 60 * 60_000));
  // The looks that an earlier test made an hour older may have been yesterday.
  const fromToday = (await log(owner, `from=${today}&limit=200`)).events.length;
  expect(fromToday).toBeGreaterThan(10);
  expect((await log(owner, `from=${tomorrow}`)).events).toEqual([]);
  const before = (await log(owner, `to=${today}&limit=200`)).events.length;
  expect(before).toBe(all.length);
  expect((await owner.fetch('/v1/audit?cursor=nonsense')).status).toBe(400);
  expect((await owner.fetch('/v1/audit?action=made.up')).status).toBe(400);
});

test('the export of the log is a file of plain text, and stands in the log itself', async () => {
  const id = await capture(driver);
  await act(office, id, 'reject', { reason: '=HYPERLINK("http://x.example")' });
  await database.query(`update members set name = '=1+1' where id = $1`, [driver.scope.memberId]);
  const response = await owner.fetch(`/v1/audit.csv?subjectId=${id}`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
  const lines = (await response.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('at,action,actor,member_id,member,');
  expect(lines[1]).toMatch(/^[^,]+,ticket\.rejected,member,/);
  expect(lines[2]).toContain(",'=1+1,");
  for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=+@]/);
  const { events } = await log(owner, 'action=audit.exported');
  expect(events).toMatchObject([{ payload: { filter: { subjectId: id } } }]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nextTicketSchema } from '@ticket-pros/contracts/review';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, pageOf, problemOf, ticketOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let office: Person;
let driver: Person;
let shade = 0;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  owner = await api.account('Hauling');
  office = await api.member(owner, 'office');
  driver = await api.member(owner, 'crew');
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

/** A ticket that the reader has read, with these values (the reader itself is not part of this service). */
async function readTicket(
  values: Partial<ReadValue>[] = [],
  {
    sender = driver,
    until = 'needs_review',
  }: { sender?: Person; until?: 'received' | 'reading' | 'needs_review' } = {},
): Promise<TicketDetail> {
  shade += 1;
  const image = await sharp({ create: { width: 100, height: 100, channels: 3, background: { r: shade, g: 9, b: 9 } } })
    .png()
    .toBuffer();
  const { id } = await storeTicket(sender, { images: [image] });
  const { accountId } = sender.scope;
  if (until === 'received') return ticketOf(office.fetch(`/v1/tickets/${id}`));
  await database.query(`update tickets set state = 'reading' where id = $1`, [id]);
  const { rows } = await database.query<{ id: string }>(
    `insert into readings (account_id, ticket_id, number, engine, engine_version, pages, words, "values", timings)
     values ($1, $2, 1, 'test', '1', '[]', '[]', '[]', '{}') returning id`,
    [accountId, id],
  );
  for (const { field, row, normalized, confidence } of values) {
    await database.query(
      `insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, box, source, reading_id)
       values ($1, $2, $3, $4, $5, $5, $6, '{"page":0,"x":1,"y":2,"width":30,"height":10}', 'reader', $7)`,
      [accountId, id, field, row ?? 0, normalized, confidence ?? 0.9, rows[0]?.id],
    );
  }
  if (until === 'needs_review') await database.query(`update tickets set state = 'needs_review' where id = $1`, [id]);
  return ticketOf(office.fetch(`/v1/tickets/${id}`));
}

const send = (person: Person, method: string, path: string, body: object) =>
  person.fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test('a corrected value stands, keeps its box, and is noted as a correction', async () => {
  const ticket = await readTicket([{ field: 'date', normalized: '2025-01-02' }]);
  const response = await send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, {
    version: ticket.version,
    values: [
      { field: 'date', row: 0, text: '3/4/2025' },
      { field: 'line_items.amount', row: 1, text: '$1,250.00' },
    ],
  });
  expect(response.status).toBe(200);
  const changed = await ticketOf(response);
  expect(changed.version).toBeGreaterThan(ticket.version);
  const memberName = expect.stringMatching(/^office/);
  expect(changed.values).toEqual([
    {
      field: 'date',
      row: 0,
      printedText: '2025-01-02',
      normalized: '2025-03-04',
      confidence: 1,
      source: 'member',
      memberName,
      box: { page: 0, x: 1, y: 2, width: 30, height: 10 },
    },
    {
      field: 'line_items.amount',
      row: 1,
      printedText: null,
      normalized: '1250',
      confidence: 1,
      source: 'member',
      memberName,
      box: null,
    },
  ]);
  const { rows } = await database.query(
    `select field, text_before, text_after, source_before, member_id from corrections where ticket_id = $1 order by field`,
    [ticket.id],
  );
  const member_id = office.scope.memberId;
  expect(rows).toEqual([
    { field: 'date', text_before: '2025-01-02', text_after: '2025-03-04', source_before: 'reader', member_id },
    { field: 'line_items.amount', text_before: null, text_after: '1250', source_before: null, member_id },
  ]);
});

test('a value that does not fit its field is refused by name, and nothing of the request is saved', async () => {
  const ticket = await readTicket();
  const response = await send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, {
    version: ticket.version,
    values: [
      { field: 'customer', row: 0, text: 'Sandhill' },
      { field: 'date', row: 0, text: 'yesterday' },
      { field: 'colour', row: 0, text: 'red' },
    ],
  });
  const problem = await problemOf(response);
  expect([response.status, problem.code]).toEqual([422, 'invalid_value']);
  expect(problem.detail).toContain('"yesterday" is not a date');
  expect(problem.detail).toContain('no field "colour"');
  expect((await ticketOf(office.fetch(`/v1/tickets/${ticket.id}`))).values).toEqual([]);
});

test('approve, take it back, reject with a reason, mark unreadable', async () => {
  const ticket = await readTicket();
  const decide = async (action: string, version: number, more: object = {}) => {
    const response = await send(office, 'POST', `/v1/tickets/${ticket.id}/${action}`, { version, ...more });
    expect([action, response.status]).toEqual([action, 200]);
    return await ticketOf(response);
  };
  const approved = await decide('approve', ticket.version);
  expect(approved.state).toBe('approved');
  expect(approved.approvedAt).not.toBeNull();
  expect(approved.reviewedBy).toMatch(/^office/);
  const back = await decide('reopen', approved.version);
  expect([back.state, back.approvedAt, back.reviewedBy]).toEqual(['needs_review', null, null]);
  const rejected = await decide('reject', back.version, { reason: 'Not our job' });
  expect([rejected.state, rejected.rejectReason]).toEqual(['rejected', 'Not our job']);
  const again = await decide('reopen', rejected.version);
  expect((await decide('unreadable', again.version)).state).toBe('unreadable');
});

test.each([
  ['approve', ['needs_review']],
  ['reject', ['needs_review', 'failed']],
  ['unreadable', ['needs_review', 'failed']],
  ['reopen', ['approved', 'rejected', 'unreadable', 'failed']],
  ['read-again', ['needs_review', 'failed', 'unreadable', 'rejected']],
])('%s begins in %j and in no other state', async (action, allowed) => {
  // The ways through the states that lead to each state, as the worker and the review take them.
  const ways: Record<string, string> = {
    received: '',
    reading: `state = 'reading'`,
    needs_review: `state = 'needs_review'`,
    approved: `state = 'approved', approved_at = now()`,
    unreadable: `state = 'unreadable'`,
    rejected: `state = 'rejected', reject_reason = 'no'`,
    failed: `state = 'failed', failure_code = 'reader_error'`,
  };
  for (const [state, change] of Object.entries(ways)) {
    const ticket = await readTicket([], { until: state === 'received' || state === 'reading' ? state : 'reading' });
    if (['approved', 'unreadable', 'rejected'].includes(state)) {
      await database.query(`update tickets set state = 'needs_review' where id = $1`, [ticket.id]);
    }
    if (change !== '' && state !== 'reading') {
      await database.query(`update tickets set ${change} where id = $1`, [ticket.id]);
    }
    const { version } = await ticketOf(office.fetch(`/v1/tickets/${ticket.id}`));
    const response = await send(office, 'POST', `/v1/tickets/${ticket.id}/${action}`, { version, reason: 'no' });
    expect([state, response.status]).toEqual([state, allowed.includes(state) ? 200 : 409]);
    if (!response.ok) expect((await problemOf(response)).code).toBe('wrong_state');
  }
});

test('crew corrects what it sent itself, while that waits for review, and nothing else', async () => {
  const contractor = await api.member(owner, 'crew');
  const below = await api.member(owner, 'crew', contractor);
  const values = [{ field: 'customer', row: 0, text: 'Sandhill' }];
  const correct = (person: Person, { id, version }: TicketDetail) =>
    send(person, 'PATCH', `/v1/tickets/${id}/values`, { version, values });
  const own = await ticketOf(correct(below, await readTicket([], { sender: below })));
  expect(own.values).toMatchObject([{ normalized: 'Sandhill', memberName: expect.stringMatching(/^crew/) }]);
  const ofAnother = await correct(contractor, own);
  expect([ofAnother.status, (await problemOf(ofAnother)).code]).toEqual([403, 'not_allowed']);

  // What the office entered stands without its name for those who can't see the office.
  const entered = await ticketOf(correct(office, own));
  expect(entered.values).toMatchObject([{ memberName: expect.stringMatching(/^office/) }]);
  expect((await ticketOf(below.fetch(`/v1/tickets/${own.id}`))).values).toMatchObject([{ memberName: null }]);

  const failed = await readTicket([], { sender: below, until: 'reading' });
  await database.query(`update tickets set state = 'failed', failure_code = 'reader_error' where id = $1`, [failed.id]);
  const now = await ticketOf(office.fetch(`/v1/tickets/${failed.id}`));
  expect((await correct(below, now)).status).toBe(403);
  const byHand = await ticketOf(correct(office, now));
  expect([byHand.state, byHand.reviewedBy]).toEqual(['needs_review', null]);
});

test('control characters are refused, line breaks are not', async () => {
  const { id, version } = await readTicket();
  for (const sign of ['\u0000', '\u001b']) {
    const values = [{ field: 'customer', row: 0, text: `Sand${sign}hill` }];
    expect((await send(office, 'PATCH', `/v1/tickets/${id}/values`, { version, values })).status).toBe(400);
    expect((await send(office, 'POST', `/v1/tickets/${id}/reject`, { version, reason: `n${sign}o` })).status).toBe(400);
  }
  const rejected = await send(office, 'POST', `/v1/tickets/${id}/reject`, { version, reason: 'Wrong job\nLoad again' });
  expect(rejected.status).toBe(200);
});

test('whoever looked at an older version is told, and changes nothing', async () => {
  const ticket = await readTicket();
  const change = { version: ticket.version, values: [{ field: 'customer', row: 0, text: 'First' }] };
  expect((await send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, change)).status).toBe(200);
  const late = await send(owner, 'POST', `/v1/tickets/${ticket.id}/approve`, { version: ticket.version });
  expect([late.status, (await problemOf(late)).code]).toEqual([409, 'version_conflict']);
});

test('two members who decide at once: one of them is told', async () => {
  const { id, version } = await readTicket();
  const answers = await Promise.all([
    send(office, 'POST', `/v1/tickets/${id}/approve`, { version }),
    send(owner, 'POST', `/v1/tickets/${id}/reject`, { version, reason: 'no' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test('crew can not decide, an approved ticket can not be corrected', async () => {
  const ticket = await readTicket();
  const byCrew = await send(driver, 'POST', `/v1/tickets/${ticket.id}/approve`, { version: ticket.version });
  expect([byCrew.status, (await problemOf(byCrew)).code]).toEqual([403, 'not_allowed']);
  const approved = await ticketOf(
    send(office, 'POST', `/v1/tickets/${ticket.id}/approve`, { version: ticket.version }),
  );
  const late = await send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, {
    version: approved.version,
    values: [{ field: 'customer', row: 0, text: 'X' }],
  });
  expect([late.status, (await problemOf(late)).code]).toEqual([409, 'wrong_state']);
});

test('reading again asks for the next reading; the crew may only ask for its own that failed', async () => {
  const ticket = await readTicket();
  const refused = await send(driver, 'POST', `/v1/tickets/${ticket.id}/read-again`, { version: ticket.version });
  expect(refused.status).toBe(403);
  const waiting = await api.parts.queue.countWaiting('read-ticket');
  const response = await send(office, 'POST', `/v1/tickets/${ticket.id}/read-again`, { version: ticket.version });
  expect(await response.json()).toMatchObject({ state: 'received', readingNumber: 2 });
  expect(await api.parts.queue.countWaiting('read-ticket')).toBe(waiting + 1);
});

test('next goes through the waiting tickets, oldest first, and round again', async () => {
  const other = await api.account('Empty');
  expect(await (await other.fetch('/v1/review/next')).json()).toEqual({ ticketId: null, remaining: 0 });
  const waiting = await pageOf(office.fetch('/v1/tickets?state=needs_review&sort=oldest&limit=100'));
  const ids: string[] = waiting.tickets.map((ticket) => ticket.id);
  expect(ids.length).toBeGreaterThan(2);
  const walked: (string | null)[] = [];
  let after = '';
  for (let step = 0; step <= ids.length; step += 1) {
    const next = await answerOf(nextTicketSchema, office.fetch(`/v1/review/next${after}`));
    expect(next.remaining).toBe(ids.length);
    walked.push(next.ticketId);
    after = `?after=${next.ticketId}`;
  }
  expect(walked).toEqual([...ids, ids[0]]);
});

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
async function readTicket(values: Partial<ReadValue>[] = []): Promise<TicketDetail> {
  shade += 1;
  const image = await sharp({ create: { width: 100, height: 100, channels: 3, background: { r: shade, g: 9, b: 9 } } })
    .png()
    .toBuffer();
  const { id } = await storeTicket(driver, { images: [image] });
  const { accountId } = driver.scope;
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
  await database.query(`update tickets set state = 'needs_review' where id = $1`, [id]);
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
  expect(changed.values).toEqual([
    {
      field: 'date',
      row: 0,
      printedText: '3/4/2025',
      normalized: '2025-03-04',
      confidence: 1,
      source: 'member',
      box: { page: 0, x: 1, y: 2, width: 30, height: 10 },
    },
    {
      field: 'line_items.amount',
      row: 1,
      printedText: '$1,250.00',
      normalized: '1250',
      confidence: 1,
      source: 'member',
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
  expect([back.state, back.approvedAt]).toEqual(['needs_review', null]);
  const rejected = await decide('reject', back.version, { reason: 'Not our job' });
  expect([rejected.state, rejected.rejectReason]).toEqual(['rejected', 'Not our job']);
  const again = await decide('reopen', rejected.version);
  expect((await decide('unreadable', again.version)).state).toBe('unreadable');
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

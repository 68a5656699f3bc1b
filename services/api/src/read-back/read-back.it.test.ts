import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { photographedAgainReason } from '@ticket-pros/contracts/read-back';
import { type TicketDetail, uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, pageOf, problemOf, ticketOf } from '../../test/read-test-answer.ts';
import { sendUpload, sha256Of } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let office: Person;
let driver: Person;
let other: Person;
let shade = 0;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const owner = await api.account('Hauling');
  office = await api.member(owner, 'office');
  driver = await api.member(owner, 'crew');
  other = await api.member(owner, 'crew');
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

/** Sends a photo, as one that takes the place of an earlier ticket where one is named. */
async function photograph(replacesTicketId?: string, person = driver): Promise<TicketDetail> {
  shade += 1;
  const image = await sharp({ create: { width: 100, height: 100, channels: 3, background: { r: shade, g: 9, b: 9 } } })
    .png()
    .toBuffer();
  const manifest = { uploadId: randomUUID(), images: [{ sha256: sha256Of(image) }], replacesTicketId };
  const response = await sendUpload(person, { images: [image], manifest: JSON.stringify(manifest) });
  return (await answerOf(uploadAnswerSchema, response)).ticket;
}

/** A ticket that the reader has read (the reader itself is not part of this service), in this state. */
async function readTicket(state: 'needs_review' | 'reading' | 'failed' | 'received' = 'needs_review') {
  const { id } = await photograph();
  if (state !== 'received') await database.query(`update tickets set state = 'reading' where id = $1`, [id]);
  if (state === 'failed') {
    await database.query(`update tickets set state = 'failed', failure_code = 'reader_error' where id = $1`, [id]);
  }
  if (state === 'needs_review') {
    const { rows } = await database.query<{ id: string }>(
      `insert into readings (account_id, ticket_id, number, engine, engine_version, pages, words, "values", timings)
       values ($1, $2, 1, 'test', '1', '[]', '[]', '[]', '{}') returning id`,
      [driver.scope.accountId, id],
    );
    await database.query(
      `insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, source, reading_id)
       values ($1, $2, 'ticket_number', 0, '18S2', '18S2', 0.6, 'reader', $3)`,
      [driver.scope.accountId, id, rows[0]?.id],
    );
    await database.query(`update tickets set state = 'needs_review' where id = $1`, [id]);
  }
  return show(driver, id);
}

const show = (person: Person, id: string) => ticketOf(person.fetch(`/v1/tickets/${id}`));
const send = (person: Person, path: string, body: object, method = 'POST') =>
  person.fetch(`/v1/tickets/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const setNumber = (person: Person, { id, version }: TicketDetail, text: string) =>
  send(person, `${id}/values`, { version, values: [{ field: 'ticket_number', row: 0, text }] }, 'PATCH');
const eventsOf = async (id: string) => {
  const { rows } = await database.query<{ action: string }>(
    `select action from audit_events where subject_id = $1 order by id`,
    [id],
  );
  return rows.map(({ action }) => action);
};

test('who photographed a ticket says that it looks right, once, and the office sees it', async () => {
  const ticket = await readTicket();
  expect(ticket.confirmedByCrewAt).toBeNull();
  const { version } = ticket;
  expect(await problemOf(send(other, `${ticket.id}/looks-right`, { version }))).toMatchObject({ code: 'not_found' });
  expect(await problemOf(send(office, `${ticket.id}/looks-right`, { version }))).toMatchObject({ code: 'not_allowed' });
  const first = await ticketOf(send(driver, `${ticket.id}/looks-right`, { version }));
  // The phone lost the answer and asks again with the version that it knew.
  const again = await ticketOf(send(driver, `${ticket.id}/looks-right`, { version }));
  expect(again).toEqual(first);
  expect((await show(office, ticket.id)).confirmedByCrewAt).toBe(first.confirmedByCrewAt);
  expect(first.confirmedByCrewAt).toEqual(expect.any(String));
  expect((await eventsOf(ticket.id)).filter((action) => action === 'ticket.looks_right')).toHaveLength(1);
  const page = await pageOf(office.fetch(`/v1/tickets?memberId=${driver.scope.memberId}&limit=1`));
  expect(page.tickets[0]?.confirmedByCrewAt).toBe(first.confirmedByCrewAt);
});

test('what changed meanwhile is looked at again before it can look right', async () => {
  const ticket = await readTicket();
  await setNumber(office, ticket, '1852');
  const { version } = ticket;
  expect(await problemOf(send(driver, `${ticket.id}/looks-right`, { version }))).toMatchObject({
    code: 'version_conflict',
  });
  const received = await photograph();
  expect(await problemOf(send(driver, `${received.id}/looks-right`, { version: received.version }))).toMatchObject({
    code: 'wrong_state',
  });
});

test('a ticket that is read again has yet to look right', async () => {
  const ticket = await readTicket();
  const { version } = await ticketOf(send(driver, `${ticket.id}/looks-right`, { version: ticket.version }));
  const again = await ticketOf(send(office, `${ticket.id}/read-again`, { version }));
  expect(again).toMatchObject({ state: 'received', confirmedByCrewAt: null });
});

test('crew mends a value of its own ticket, is told of a conflict, and sees what the office changed', async () => {
  const ticket = await readTicket();
  const mended = await ticketOf(setNumber(driver, ticket, '1852'));
  expect(mended.isCorrected).toBe(false);
  expect(await problemOf(setNumber(driver, ticket, '1853'))).toMatchObject({ code: 'version_conflict' });
  await ticketOf(setNumber(office, mended, '1858'));
  const seen = await show(driver, ticket.id);
  expect(seen.isCorrected).toBe(true);
  const address = { field: 'ticket_number', row: 0, at: expect.any(String) };
  expect(seen.corrections).toEqual([
    { ...address, before: '18S2', after: '1852', byOwnMember: true },
    { ...address, before: '1852', after: '1858', byOwnMember: false },
  ]);
  expect(await problemOf(setNumber(other, seen, '1'))).toMatchObject({ code: 'not_found' });
});

test.each(['received', 'reading', 'needs_review', 'failed'] as const)(
  'a ticket in state %s makes room for the same paper photographed again',
  async (state) => {
    const old = await readTicket(state);
    const newer = await photograph(old.id);
    expect(newer).toMatchObject({ state: 'received', replacesTicketId: old.id });
    const seen = await show(driver, old.id);
    expect(seen).toMatchObject({
      state: 'rejected',
      rejectReason: photographedAgainReason,
      failure: null,
      replacedByTicketId: newer.id,
    });
    expect(await eventsOf(old.id)).toContain('ticket.replaced');
    expect(await problemOf(send(driver, `${old.id}/resubmit`, { version: seen.version, note: 'x' }))).toMatchObject({
      code: 'wrong_state',
    });
    const page = await pageOf(driver.fetch('/v1/tickets?needsCrew=true&limit=100'));
    expect(page.tickets.map(({ id }) => id)).not.toContain(old.id);
  },
);

test('an approved ticket, and somebody else’s, stay what they are', async () => {
  const approved = await readTicket();
  await send(office, `${approved.id}/approve`, { version: approved.version });
  const newer = await photograph(approved.id);
  expect(await show(driver, approved.id)).toMatchObject({ state: 'approved', replacedByTicketId: newer.id });
  const foreign = await photograph(approved.id, other);
  expect(foreign).toMatchObject({ state: 'received', replacesTicketId: null });
  expect(await photograph(randomUUID())).toMatchObject({ state: 'received', replacesTicketId: null });
});

test('the database itself lets a ticket take the place of the same member’s alone', async () => {
  const { id } = await photograph();
  const { accountId, memberId } = other.scope;
  const insert = database.query(
    `insert into tickets (account_id, member_id, upload_id, ticket_type, replaces_ticket_id)
     values ($1, $2, gen_random_uuid(), 'field_ticket', $3)`,
    [accountId, memberId, id],
  );
  await expect(insert).rejects.toThrow('replaces one of the same member');
});

test('a rejected ticket goes back to review with a note and a mended value, which the office reads', async () => {
  const ticket = await readTicket();
  await send(office, `${ticket.id}/reject`, { version: ticket.version, reason: 'No signature.' });
  const rejected = await show(driver, ticket.id);
  const needing = await pageOf(driver.fetch('/v1/tickets?needsCrew=true&limit=100'));
  expect(needing.tickets.map(({ id }) => id)).toContain(ticket.id);
  const path = `${ticket.id}/resubmit`;
  const { version } = rejected;
  expect((await send(driver, path, { version })).status).toBe(400);
  expect((await send(driver, path, { version, note: 'x'.repeat(501) })).status).toBe(400);
  expect(await problemOf(send(office, path, { version, note: 'x' }))).toMatchObject({ code: 'not_allowed' });
  expect(await problemOf(send(driver, path, { version: version - 1, note: 'x' }))).toMatchObject({
    code: 'version_conflict',
  });
  const values = [{ field: 'ticket_number', row: 0, text: '1852' }];
  const wrong = [{ field: 'date', row: 0, text: 'yesterday' }];
  expect(await problemOf(send(driver, path, { version, values: wrong }))).toMatchObject({ code: 'invalid_value' });
  expect((await show(driver, ticket.id)).state).toBe('rejected');
  await ticketOf(send(driver, path, { version, note: 'Signed on the back.', values }));
  expect(await show(office, ticket.id)).toMatchObject({
    state: 'needs_review',
    rejectReason: null,
    ticketNumber: '1852',
    resubmission: { note: 'Signed on the back.', answers: 'No signature.' },
  });
  expect(await eventsOf(ticket.id)).toContain('ticket.resubmitted');
});

test('an unreadable ticket goes back with a note alone; one that waits does not', async () => {
  const ticket = await readTicket();
  expect(await problemOf(send(driver, `${ticket.id}/resubmit`, { version: ticket.version, note: 'x' }))).toMatchObject({
    code: 'wrong_state',
  });
  const unreadable = await ticketOf(send(office, `${ticket.id}/unreadable`, { version: ticket.version }));
  const { version } = unreadable;
  const back = await ticketOf(send(driver, `${ticket.id}/resubmit`, { version, note: 'The number is 1852.' }));
  expect(back).toMatchObject({ state: 'needs_review', resubmission: { note: 'The number is 1852.', answers: null } });
});

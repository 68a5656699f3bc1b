import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { knownFormsSchema, wouldChangeSchema } from '@ticket-pros/contracts/learning';
import { rereadingSchema, rereadingsSchema } from '@ticket-pros/contracts/rereading';
import { selfApprovalSchema } from '@ticket-pros/contracts/self-approval';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { learnForm } from '@ticket-pros/reader/forms/learn-form';
import { drawForm, fillIn, photograph } from '@ticket-pros/reader/testing/made-up-forms';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, ticketOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let office: Person;
let driver: Person;
let stranger: Person;

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

const send = (person: Person, method: string, path: string, body?: object) =>
  person.fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

const layout = drawForm(7);
let shade = 0;

/** A ticket of the layout as the reader left it: its words, but the value of one field not found. */
async function readTicket(
  seed: number,
  missed: string,
  sender = driver,
): Promise<{ ticket: TicketDetail; said: Record<string, string> }> {
  shade += 1;
  const image = await sharp({ create: { width: 100, height: 100, channels: 3, background: { r: shade, g: 9, b: 9 } } })
    .png()
    .toBuffer();
  const { id } = await storeTicket(sender, { images: [image] });
  const { accountId } = sender.scope;
  const said = fillIn(seed);
  const { words, size, values } = photograph(layout, said);
  await database.query(`update tickets set state = 'reading' where id = $1`, [id]);
  const { rows } = await database.query<{ id: string }>(
    `insert into readings (account_id, ticket_id, number, engine, engine_version, pages, words, "values", timings)
     values ($1, $2, 1, 'test', '1', $3, $4, '[]', '{}') returning id`,
    [
      accountId,
      id,
      JSON.stringify([size]),
      JSON.stringify(words.map(({ text, confidence, box, line }) => ({ text, confidence, box, line }))),
    ],
  );
  for (const { field, normalized, box } of values.filter(
    (value) => value.field !== missed && value.normalized !== null,
  )) {
    await database.query(
      `insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, box, source, reading_id)
       values ($1, $2, $3, 0, $4, $4, 0.9, $5, 'reader', $6)`,
      [accountId, id, field, normalized, JSON.stringify(box), rows[0]?.id],
    );
  }
  await database.query(`update tickets set state = 'needs_review' where id = $1`, [id]);
  return { ticket: await ticketOf(sender.fetch(`/v1/tickets/${id}`)), said };
}

const missed =
  Object.keys(layout.fields).find((field) =>
    fieldTicketType.fields.some(({ name, type }) => name === field && type === 'text' && field !== 'company'),
  ) ?? '';

test('before a correction teaches its form, the office sees which open tickets would change, and how', async () => {
  const { ticket, said } = await readTicket(1, missed);
  const other = await readTicket(2, missed);
  const corrected = await ticketOf(
    send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, {
      version: ticket.version,
      values: [{ field: missed, row: 0, text: said[missed] }],
    }),
  );
  const preview = await answerOf(wouldChangeSchema, office.fetch(`/v1/tickets/${ticket.id}/would-change`));
  expect(preview).toMatchObject({ examples: 0, looked: 1 });
  const [changed] = preview.tickets;
  expect(changed?.ticketId).toBe(other.ticket.id);
  expect(changed?.changes).toContainEqual({ field: missed, from: null, to: other.said[missed] });
  expect((await stranger.fetch(`/v1/tickets/${ticket.id}/would-change`)).status).toBe(404);
  expect((await driver.fetch(`/v1/tickets/${ticket.id}/would-change`)).status).toBe(403);

  const lessons = async () => (await database.query('select ticket_id from lessons_due')).rows;
  expect(await lessons()).toEqual([]);
  const approved = await ticketOf(
    send(office, 'POST', `/v1/tickets/${ticket.id}/approve`, { version: corrected.version }),
  );
  expect(await lessons()).toEqual([{ ticket_id: ticket.id }]);
  expect(await api.parts.queue.hasLiveJob('learn-form', `learn-${ticket.id}`)).toBe(true);
  expect(approved).toMatchObject({ state: 'approved', approvedItself: false });
});

test('owners see what was learned, and can let it be forgotten', async () => {
  const { words, size, values } = photograph(layout, fillIn(3));
  const form = learnForm(null, { page: 0, size, words, values }, fieldTicketType);
  await database.query(
    `insert into forms (account_id, ticket_type, form, examples) values ($1, 'field_ticket', $2, 1)`,
    [owner.scope.accountId, JSON.stringify(form)],
  );
  const { forms } = await answerOf(knownFormsSchema, owner.fetch('/v1/forms'));
  expect(forms).toEqual([expect.objectContaining({ ticketType: 'field_ticket', examples: 1, issuer: layout.issuer })]);
  expect((await office.fetch('/v1/forms')).status).toBe(403);
  const id = forms[0]?.id ?? '';
  expect((await send(stranger, 'DELETE', `/v1/forms/${id}`)).status).toBe(404);
  expect((await send(owner, 'DELETE', `/v1/forms/${id}`)).status).toBe(204);
  expect(await answerOf(knownFormsSchema, owner.fetch('/v1/forms'))).toEqual({ forms: [], nextCursor: null });
});

test('open tickets are read again together, and nobody else’s', async () => {
  const one = await readTicket(4, missed);
  const theirs = await readTicket(5, missed, stranger);
  const ask = (person: Person, body: object) => send(person, 'POST', '/v1/rereadings', body);
  const ticketIds = [one.ticket.id, theirs.ticket.id];
  const asked = await answerOf(rereadingSchema, ask(office, { ticketIds }));
  expect(asked).toMatchObject({ tickets: 1, read: 0, leftOut: 0, stoppedAt: null });
  expect(await api.parts.queue.hasLiveJob('read-again', `again-${asked.id}`)).toBe(true);
  expect((await ask(office, { ticketIds: [theirs.ticket.id] })).status).toBe(404);
  expect((await ask(driver, { ticketIds })).status).toBe(403);
  const all = await answerOf(rereadingSchema, ask(owner, { states: ['needs_review'], receivedFrom: '2020-01-01' }));
  expect(all.tickets).toBe(2);
  expect((await ask(owner, { states: ['needs_review'], receivedTo: '2020-01-01' })).status).toBe(404);

  const idsFor = async (person: Person) =>
    (await answerOf(rereadingsSchema, person.fetch('/v1/rereadings'))).rereadings.map(({ id }) => id);
  expect([await idsFor(owner), await idsFor(office), await idsFor(stranger)]).toEqual([
    [all.id, asked.id],
    [asked.id],
    [],
  ]);
  expect((await send(stranger, 'POST', `/v1/rereadings/${asked.id}/stop`)).status).toBe(404);
  const stopped = await answerOf(rereadingSchema, send(owner, 'POST', `/v1/rereadings/${asked.id}/stop`));
  expect(stopped.stoppedAt).not.toBeNull();
});

test('owners decide what approves itself; spot checks tell how often that goes wrong', async () => {
  const before = await answerOf(selfApprovalSchema, owner.fetch('/v1/self-approval'));
  expect(before).toMatchObject({
    errorTarget: 0.01,
    measured: { days: 90, approvedThemselves: 0, checked: 0, values: 0, wrongValues: 0 },
  });
  expect(before.ticketTypes.every(({ approvesItself }) => !approvesItself)).toBe(true);
  expect((await send(office, 'PATCH', '/v1/self-approval', { errorTarget: 0.05 })).status).toBe(403);
  expect((await send(owner, 'PATCH', '/v1/self-approval', { errorTarget: 0.5 })).status).toBe(400);
  const unknown = { ticketTypes: [{ key: 'unknown', approvesItself: true }] };
  expect((await send(owner, 'PATCH', '/v1/self-approval', unknown)).status).toBe(400);
  const body = { errorTarget: 0.05, ticketTypes: [{ key: 'field_ticket', approvesItself: true }] };
  const after = await answerOf(selfApprovalSchema, send(owner, 'PATCH', '/v1/self-approval', body));
  expect(after.errorTarget).toBe(0.05);
  expect(after.leastConfidence).toBeLessThan(before.leastConfidence);
  expect(after.ticketTypes).toContainEqual(expect.objectContaining({ key: 'field_ticket', approvesItself: true }));

  const { ticket, said } = await readTicket(6, missed);
  await database.query('update tickets set is_sample = true where id = $1', [ticket.id]);
  const { version } = await ticketOf(office.fetch(`/v1/tickets/${ticket.id}`));
  const corrected = await ticketOf(
    send(office, 'PATCH', `/v1/tickets/${ticket.id}/values`, {
      version,
      values: [{ field: missed, row: 0, text: said[missed] }],
    }),
  );
  await send(office, 'POST', `/v1/tickets/${ticket.id}/approve`, { version: corrected.version });
  const { measured } = await answerOf(selfApprovalSchema, owner.fetch('/v1/self-approval'));
  expect(measured).toMatchObject({ checked: 1, wrongValues: 1, values: corrected.values.length });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TicketPage, type TicketSummary, ticketCountsSchema } from '@ticket-pros/contracts/ticket';
import { Client } from 'pg';
import sharp from 'sharp';
import { z } from 'zod';
import { answerOf, pageOf, problemOf, ticketOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

const exportSchema = z.object({ tickets: z.array(z.object({ id: z.uuid() })) });

let api: TestApi;
let owner: Person;
let contractor: Person;
let below: Person;
let beside: Person;
let stranger: Person;
const captured = new Map<Person, string[]>();

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.account('Hauling');
  contractor = await api.member(owner, 'crew');
  below = await api.member(owner, 'crew', contractor);
  beside = await api.member(owner, 'crew');
  stranger = await api.account('Other company');
  let shade = 0;
  for (const person of [contractor, below, beside, stranger]) {
    for (let count = 0; count < 3; count += 1) {
      shade += 1;
      const image = await sharp({
        create: { width: 80, height: 80, channels: 3, background: { r: shade, g: 0, b: 0 } },
      })
        .png()
        .toBuffer();
      const ticket = await storeTicket(person, { images: [image] });
      captured.set(person, [...(captured.get(person) ?? []), ticket.id]);
    }
  }
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  await database.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, source, member_id)
     select account_id, id, field, 0, null, text, 1, 'member', member_id
     from tickets, (values ('customer', '=SUM(A1) 100% "Acme"'), ('ticket_number', '-55'), ('total', '-12.5')) as said (field, text)
     where id = any ($1)`,
    [[captured.get(below)?.[0], captured.get(stranger)?.[0]]],
  );
  await database.end();
});
afterAll(async () => {
  await api?.close();
});

const page = (person: Person, query = '') => pageOf(person.fetch(`/v1/tickets${query}`));
const idsOf = (tickets: TicketSummary[]) => tickets.map((ticket) => ticket.id);
const of = (...people: Person[]) => people.flatMap((person) => captured.get(person) ?? []).reverse();

test('promise TP-3: everybody lists what they may see, newest first, and counts nothing else', async () => {
  const expected: [Person, string[]][] = [
    [owner, of(contractor, below, beside)],
    [contractor, of(contractor, below)],
    [below, of(below)],
    [beside, of(beside)],
    [stranger, of(stranger)],
  ];
  for (const [person, ids] of expected) {
    expect(idsOf((await page(person)).tickets)).toEqual(ids);
    expect((await answerOf(ticketCountsSchema, person.fetch('/v1/tickets/counts'))).received).toBe(ids.length);
  }
});

test("promise TP-3: somebody else's ticket answers like an unknown one, everywhere", async () => {
  const [foreign] = captured.get(stranger) ?? [];
  const detail = await ticketOf(stranger.fetch(`/v1/tickets/${foreign}`));
  const unknown = crypto.randomUUID();
  const addresses = (id: string, image: string): [string, string, object?][] => [
    ['GET', `/v1/tickets/${id}`],
    ['GET', `/v1/tickets/${id}/images/${image}/original`],
    ['GET', `/v1/tickets/${id}/images/${image}/thumbnail`],
    ['PATCH', `/v1/tickets/${id}/values`, { version: 1, values: [{ field: 'customer', row: 0, text: 'x' }] }],
    ['POST', `/v1/tickets/${id}/approve`, { version: 1 }],
    ['POST', `/v1/tickets/${id}/read-again`, { version: 1 }],
  ];
  const ask = async (person: Person, [method, path, body]: [string, string, object?]) => {
    const response = await person.fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const { requestId: _, ...problem } = await problemOf(response);
    return { status: response.status, problem };
  };
  for (const person of [owner, beside]) {
    const theirs = addresses(foreign ?? '', detail.images[0]?.id ?? '');
    const nobodys = addresses(unknown, unknown);
    for (const [index, address] of theirs.entries()) {
      const answer = await ask(person, address);
      expect([address[1], answer]).toEqual([address[1], await ask(person, nobodys[index] ?? address)]);
      expect([403, 404]).toContain(answer.status);
    }
  }
});

test('pages go on where the last one ended, without a gap or a repeat', async () => {
  const walked: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const next: TicketPage = await page(owner, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    walked.push(...idsOf(next.tickets));
    cursor = next.nextCursor;
  }
  expect(walked).toEqual(of(contractor, below, beside));
  const cursors = [
    'nonsense',
    [1e300, crypto.randomUUID()],
    [-1, crypto.randomUUID()],
    ['2026-13-45', crypto.randomUUID()],
    [5, 'x'],
  ];
  for (const place of cursors) {
    const cursor = typeof place === 'string' ? place : Buffer.from(JSON.stringify(place)).toString('base64url');
    expect([place, (await owner.fetch(`/v1/tickets?cursor=${cursor}`)).status]).toEqual([place, 400]);
  }
});

test('filters narrow: member, day, search with signs that mean something to SQL', async () => {
  expect(idsOf((await page(owner, `?memberId=${below.scope.memberId}`)).tickets)).toEqual(of(below));
  expect((await page(owner, '?receivedTo=2020-01-01')).tickets).toEqual([]);
  expect((await page(owner, '?receivedFrom=2020-01-01')).tickets).toHaveLength(9);
  const [first] = captured.get(below) ?? [];
  expect(idsOf((await page(owner, `?search=${encodeURIComponent('100% "acme')}`)).tickets)).toEqual([first]);
  expect((await page(owner, '?search=%25')).tickets).toHaveLength(1);
  expect((await page(beside, '?search=acme')).tickets).toEqual([]);
  const refused = [
    'state=nonsense',
    'search=a%00b',
    'receivedFrom=1899-12-31',
    'receivedTo=9999-12-31',
    'receivedTo=0000-01-01',
  ];
  for (const query of refused) {
    expect([query, (await owner.fetch(`/v1/tickets?${query}`)).status]).toEqual([query, 400]);
  }
  expect((await owner.fetch('/v1/tickets?receivedFrom=1900-01-01&receivedTo=2200-12-31')).status).toBe(200);
});

test('the same photo sent twice: the second tells the first, unless that one is gone or half sent', async () => {
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#345678' } })
    .png()
    .toBuffer();
  const person = await api.account('Twice');
  const first = await storeTicket(person, { images: [image] });
  const second = await storeTicket(person, { images: [image] });
  const duplicateOf = async () => {
    const { isDuplicate, images } = await ticketOf(person.fetch(`/v1/tickets/${second.id}`));
    return [isDuplicate, images[0]?.duplicateOfTicketId];
  };
  expect(await duplicateOf()).toEqual([true, first.id]);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  try {
    await database.query(`update tickets set state = 'deleted' where id = $1`, [first.id]);
    expect(await duplicateOf()).toEqual([false, null]);
    // A try that stored its photo and is not complete; row ids below every later one make it the earlier.
    const half = crypto.randomUUID();
    await database.query(
      `insert into tickets (account_id, id, member_id, upload_id, ticket_type)
       select account_id, $2, member_id, $2, ticket_type from tickets where id = $1`,
      [first.id, half],
    );
    await database.query(
      `insert into images
         (account_id, id, ticket_id, page, sent_sha256, stored_sha256, media_type, byte_size, width, height, stored_at)
       select account_id, '00000000-0000-7000-8000-000000000001', $2, 0, sent_sha256, stored_sha256, media_type, byte_size,
         width, height, now() from images where ticket_id = $1`,
      [first.id, half],
    );
    expect(await duplicateOf()).toEqual([false, null]);
  } finally {
    await database.end();
  }
});

test('exports hold what the list shows; a cell that begins like a formula is made harmless', async () => {
  const csv = await (await contractor.fetch('/v1/exports/tickets.csv?search=acme')).text();
  const lines = csv.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\ufeff?id,state,received_at,captured_by,ticket_number,/);
  expect(lines[1]).toContain(`"'=SUM(A1) 100% ""Acme"""`);
  expect(lines[1]).toContain(",'-55,");
  expect(lines[1]).toContain(',-12.5,');
  const json = await answerOf(exportSchema, owner.fetch('/v1/exports/tickets.json'));
  expect(json.tickets.map((ticket) => ticket.id)).toEqual(of(contractor, below, beside).reverse());
  expect(await (await beside.fetch('/v1/exports/tickets.json?search=acme')).json()).toEqual({ tickets: [] });
});

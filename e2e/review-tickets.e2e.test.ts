import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { blankPhoto } from './blank-photo.ts';
import { findTicket, setValues, untilRead } from './follow-ticket.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { sendPhoto } from './send-photo.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let crew: Page;
let office: Page;
/** Tickets that wait for review, in this order: a sample, and two with nothing on them but a number. */
let sample: string;
let first: string;
let second: string;

beforeAll(async () => {
  product = await openProduct();
  crew = await product.open('crew', 'phone');
  office = await product.open('office', 'desk');
  sample = (await sendPhoto(crew, 'quarry-load-01')).id;
  first = (await sendPhoto(crew, await blankPhoto())).id;
  second = (await sendPhoto(crew, await blankPhoto())).id;
  for (const id of [sample, first, second]) await untilRead(crew, id);
  await setValues(office, first, { ticket_number: 'A-1' });
  await setValues(office, second, { ticket_number: 'A-2' });
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

type Rectangle = { x: number; y: number; width: number; height: number };

/** Opens a ticket, and waits until its fields are there. */
async function openTicket(page: Page, id: string): Promise<void> {
  await page.goto(`/review/${id}`);
  await page.locator('#field-ticket_number').waitFor();
}

async function onScreen(page: Page, selector: string): Promise<Rectangle> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  return box;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (one.width * one.height + other.width * other.height - shared);
}

const labelSchema = z.object({
  image: z.string(),
  fields: z.record(z.string(), z.object({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]) })),
});

/** Where a value really stands on a sample ticket, in pixels of its picture. */
async function trueBox(name: string, field: string): Promise<Rectangle> {
  const path = new URL('../packages/testing/fixtures/tickets/labels.jsonl', import.meta.url);
  const labels = (await readFile(path, 'utf8')).trim().split('\n');
  const label = labels.map((line) => labelSchema.parse(JSON.parse(line))).find(({ image }) => image === `${name}.jpg`);
  const [x = 0, y = 0, width = 0, height = 0] = label?.fields[field]?.box ?? [];
  return { x, y, width, height };
}

/** Waits until the lit box stands in sight where the value's box is on the shown picture, and gives it in pixels of the picture. */
async function untilLit(page: Page, ticket: TicketDetail, field: string): Promise<Rectangle> {
  const box = ticket.values.find((one) => one.field === field)?.box;
  if (!box) throw new Error(`${field} was not read`);
  return waitUntil(`the box of ${field} is lit, in its place and in sight`, async () => {
    const lit = await onScreen(page, '[data-focused="true"]');
    const frame = await onScreen(page, 'section[aria-label="Photo of the ticket"]');
    const sheet = await onScreen(page, 'img[alt="Page 1 of the ticket"]');
    const scale = sheet.width / (ticket.images[0]?.width ?? 1);
    // The box on the screen has a little air around the value.
    const air = 5;
    const sides = [
      [lit.x, sheet.x + box.x * scale],
      [lit.y, sheet.y + box.y * scale],
      [lit.x + lit.width, sheet.x + (box.x + box.width) * scale],
      [lit.y + lit.height, sheet.y + (box.y + box.height) * scale],
    ];
    const placed = sides.every(([is = 0, wanted = 0]) => Math.abs(is - wanted) < air);
    const inSight =
      lit.x >= frame.x &&
      lit.y >= frame.y &&
      lit.x + lit.width <= frame.x + frame.width &&
      lit.y + lit.height <= frame.y + frame.height;
    const [x, y] = [(lit.x - sheet.x) / scale, (lit.y - sheet.y) / scale];
    return placed && inSight && { x, y, width: lit.width / scale, height: lit.height / scale };
  });
}

test('the lit box lies on the printed value, in sight, however fast one goes from field to field', async () => {
  const ticket = await findTicket(office, sample);
  await openTicket(office, sample);
  for (const field of ['total', 'customer', 'date']) {
    await office.locator(`#field-${field}`).focus();
    const lit = await untilLit(office, ticket, field);
    // Where the drawing of the sample put the words.
    expect(overlap(lit, await trueBox('quarry-load-01', field))).toBeGreaterThan(0.35);
  }
  // The picture is still on its way to one value when the next is wanted.
  for (const [passed, wanted] of [
    ['total', 'customer'],
    ['rate', 'date'],
    ['customer', 'total'],
    ['date', 'rate'],
    ['total', 'date'],
    ['truck_number', 'material'],
  ]) {
    await office.locator(`#field-${passed}`).focus();
    await office.locator(`#field-${wanted}`).focus();
    await untilLit(office, ticket, wanted ?? '');
  }
}, 180_000);

test('by keyboard alone: Enter stores and goes on, Escape takes typing back', async () => {
  await openTicket(office, first);
  const number = office.locator('#field-ticket_number');
  await number.focus();
  await number.fill('A-100');
  await office.keyboard.press('Enter');
  await office.locator('#field-date:focus').waitFor();
  await office.keyboard.type('2025-06-07');
  await office.keyboard.press('Escape');
  expect(await office.locator('#field-date').inputValue()).toBe('');
  await waitUntil('the number is stored', async () => (await findTicket(office, first)).ticketNumber === 'A-100');
  expect((await findTicket(office, first)).values.map(({ field }) => field)).toEqual(['ticket_number']);
}, 180_000);

test('Ctrl+Enter stores what is typed, approves and shows the next ticket; undo brings the first one back', async () => {
  await openTicket(office, first);
  await office.locator('#field-driver').fill('Otis Fenn');
  await office.keyboard.press('Control+Enter');
  await office.waitForURL(`**/review/${second}`);
  await office.getByRole('heading', { name: 'A-2' }).waitFor();
  const approved = await findTicket(office, first);
  expect([approved.state, approved.values.find(({ field }) => field === 'driver')?.normalized]).toEqual([
    'approved',
    'Otis Fenn',
  ]);
  await office.getByText('Ticket A-100 approved').waitFor();
  await office.getByRole('button', { name: 'Undo' }).click();
  await office.waitForURL(`**/review/${first}`);
  await office.getByText('Ticket A-100 is open again').waitFor();
  expect((await findTicket(office, first)).state).toBe('needs_review');
}, 180_000);

test('a value that does not fit keeps its ticket from being approved', async () => {
  await openTicket(office, first);
  await office.locator('#field-date').fill('someday');
  await office.keyboard.press('Control+Enter');
  await office.getByRole('alert').getByText('"someday" is not a date').waitFor();
  expect(await office.locator('#field-date').getAttribute('aria-invalid')).toBe('true');
  expect(await office.locator('#field-date').inputValue()).toBe('someday');
  expect(office.url()).toContain(first);
  expect((await findTicket(office, first)).state).toBe('needs_review');
  await office.locator('#field-date').press('Escape');
}, 180_000);

test('a rejected ticket tells its reason to the crew', async () => {
  await openTicket(office, first);
  await office.keyboard.press('r');
  const dialog = office.getByRole('dialog', { name: 'Reject this ticket' });
  await dialog.getByRole('textbox').fill('Wrong job. Load it again with J-2207.');
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await office.getByText('Ticket A-100 rejected').waitFor();
  const rejected = await findTicket(office, first);
  expect([rejected.state, rejected.rejectReason]).toEqual(['rejected', 'Wrong job. Load it again with J-2207.']);
  await crew.goto('/capture');
  const row = crew.getByRole('listitem').filter({ hasText: 'A-100' });
  await row.getByText('Rejected').waitFor();
  await row.getByText('Wrong job. Load it again with J-2207.').waitFor();
}, 180_000);

test('two people on one ticket: what the other stores appears, and nothing half typed is lost', async () => {
  const owner = await product.open('owner', 'desk');
  await Promise.all([openTicket(office, second), openTicket(owner, second)]);
  await office.locator('#field-customer').fill('Half typed');
  await owner.locator('#field-po_number').fill('PO-9');
  await owner.keyboard.press('Enter');
  await waitUntil(
    'it appears at the other desk',
    async () => (await office.locator('#field-po_number').inputValue()) === 'PO-9',
  );
  expect(await office.locator('#field-customer').inputValue()).toBe('Half typed');
  await office.keyboard.press('Enter');
  await waitUntil('both are stored', async () => {
    const values = (await findTicket(office, second)).values.map(({ field, normalized }) => `${field} ${normalized}`);
    return values.includes('customer Half typed') && values.includes('po_number PO-9');
  });
  await owner.context().close();
}, 180_000);

test('two people on one ticket, one of them cut off from news: the conflict is told, both ways out work', async () => {
  const owner = await product.open('owner', 'desk');
  await office.route('**/v1/events', (route) => route.abort());
  await Promise.all([openTicket(office, second), openTicket(owner, second)]);
  const conflict = office.getByText('Somebody else changed this ticket meanwhile');

  await owner.locator('#field-customer').fill('Theirs');
  await owner.keyboard.press('Enter');
  await waitUntil('it is stored', async () => (await findTicket(office, second)).customer === 'Theirs');
  await office.locator('#field-customer').fill('Ours');
  await office.keyboard.press('Enter');
  await conflict.waitFor();
  expect(await office.locator('#field-customer').inputValue()).toBe('Ours');
  expect((await findTicket(office, second)).customer).toBe('Theirs');
  await office.getByRole('button', { name: 'Use theirs' }).click();
  await conflict.waitFor({ state: 'detached' });
  expect(await office.locator('#field-customer').inputValue()).toBe('Theirs');

  await setValues(owner, second, { driver: 'Lucia Arce' });
  await office.locator('#field-customer').fill('Ours after all');
  await office.keyboard.press('Enter');
  await conflict.waitFor();
  await office.getByRole('button', { name: 'Save what I typed' }).click();
  await conflict.waitFor({ state: 'detached' });
  await waitUntil('both are stored', async () => {
    const ticket = await findTicket(office, second);
    const driver = ticket.values.find(({ field }) => field === 'driver');
    return ticket.customer === 'Ours after all' && driver?.normalized === 'Lucia Arce';
  });

  // Approving what somebody else changed meanwhile is refused as well, and told.
  await setValues(owner, second, { total: '12.75' });
  await office.locator('#approve').click();
  await conflict.waitFor();
  await waitUntil(
    'the new value is shown',
    async () => (await office.locator('#field-total').inputValue()) === '12.75',
  );
  expect((await findTicket(office, second)).state).toBe('needs_review');
  await office.unroute('**/v1/events');
  await owner.context().close();
}, 180_000);

test('crew see a ticket without anything to decide', async () => {
  const page = await product.open('crew', 'desk');
  await openTicket(page, second);
  await page.getByRole('heading', { name: 'A-2' }).waitFor();
  expect(await page.getByRole('button', { name: /Approve|Reject|Unreadable|Read again|More actions/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Review/ }).count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('r');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect((await findTicket(page, second)).state).toBe('needs_review');
  await page.context().close();
}, 180_000);

test('nothing went wrong unseen', () => {
  // A browser writes every refusal of the server to its console; these were asked for, and one page was cut off from news.
  const asked = /status of (409|422)|ERR_FAILED .*\/v1\/events/;
  expect(product.observed.complaints.filter((complaint) => !asked.test(complaint))).toEqual([]);
});

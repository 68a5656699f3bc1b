import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TicketDetail, ticketDetailSchema, ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct, samplePhoto } from './open-product.ts';

/** One story, from the photo to the exported record; each test goes on where the one before ended. */
let product: OpenProduct;
let crew: Page;
let office: Page;
let ticketId = '';

beforeAll(async () => {
  product = await openProduct();
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const ticketNow = async (page: Page): Promise<TicketDetail> =>
  ticketDetailSchema.parse(await (await page.request.get(`/v1/tickets/${ticketId}`)).json());

async function untilFieldShows(field: string, value: string): Promise<void> {
  const end = Date.now() + 30_000;
  while ((await office.locator(field).inputValue()) !== value && Date.now() < end) await office.waitForTimeout(50);
  expect(await office.locator(field).inputValue()).toBe(value);
}

test('a wrong password is told in a sentence, the right one opens the door', async () => {
  const page = await product.open(null, 'phone');
  await page.goto('/');
  await page.getByLabel('E-mail').fill('crew@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('That name and password do not belong together.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/capture');
  await page.context().close();
});

test('promise TP-2: a photo of two pages leaves the phone without its position, and is stored and read before the eyes of the crew', async () => {
  crew = await product.open('crew', 'phone');
  await crew.goto('/capture');
  const first = await samplePhoto('concrete-delivery-01');
  const second = await samplePhoto('water-run-01');
  const planted = await plantLocation(first.buffer, { orientation: 1 });
  expect(findCanary(planted)).not.toEqual([]);
  await crew.locator('input[type=file][capture]').setInputFiles({ ...first, buffer: planted });
  await crew.getByText('This ticket: 1 photo').waitFor();
  await crew.locator('input[type=file][multiple]').setInputFiles(second);
  await crew.getByText('This ticket: 2 photos').waitFor();
  await crew.getByRole('button', { name: 'Send ticket' }).click();
  await crew.getByText('Read', { exact: true }).waitFor({ timeout: 120_000 });
  await crew.getByRole('link', { name: '60418' }).waitFor();

  const list = ticketPageSchema.parse(await (await crew.request.get('/v1/tickets')).json());
  expect(list.tickets).toHaveLength(1);
  ticketId = list.tickets[0]?.id ?? '';
  const ticket = await ticketNow(crew);
  expect([ticket.state, ticket.images.length]).toEqual(['needs_review', 2]);
  const sent = product.observed.sent();
  // Each page once.
  const uploads = sent.map((bytes) => bytes.toString('latin1').split('POST /v1/uploads ').length - 1);
  expect(uploads.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(Math.max(...sent.map((bytes) => bytes.length))).toBeGreaterThan(first.buffer.length);
  for (const bytes of sent) expect(findCanary(bytes)).toEqual([]);
  for (const image of ticket.images) {
    const stored = await crew.request.get(`/v1/tickets/${ticketId}/images/${image.id}/original`);
    expect(findCanary(await stored.body())).toEqual([]);
  }
}, 180_000);

test('in the office the focused field lights its place on the photo', async () => {
  office = await product.open('office', 'desk');
  await office.goto('/review');
  await office.waitForURL(`**/review/${ticketId}`);
  await office.locator('#field-date').focus();
  const lit = office.locator('[data-focused=true]');
  await lit.waitFor();
  const date = (await ticketNow(office)).values.find((value) => value.field === 'date');
  const style = (await lit.getAttribute('style')) ?? '';
  expect(style).toContain(`left: ${date?.box?.x}px`);
  expect(style).toContain(`top: ${date?.box?.y}px`);
});

test('a value that does not fit is told at its field; a right one is saved by Enter', async () => {
  const date = office.locator('#field-date');
  await date.fill('soon');
  await date.press('Enter');
  await office.getByText('"soon" is not a date').waitFor();
  await date.fill('9/5/2025');
  await date.press('Enter');
  await untilFieldShows('#field-date', '2025-09-05');
  const saved = (await ticketNow(office)).values.find((value) => value.field === 'date');
  expect(saved).toMatchObject({ normalized: '2025-09-05', source: 'member', confidence: 1 });
});

test('what somebody else changes appears by itself', async () => {
  const customer = office.locator('#field-customer');
  await customer.fill('Typed in the office');
  await customer.press('Enter');
  const normalized = async (field: string) =>
    (await ticketNow(office)).values.find((value) => value.field === field)?.normalized;
  const end = Date.now() + 30_000;
  while ((await normalized('customer')) !== 'Typed in the office' && Date.now() < end) await office.waitForTimeout(50);
  const other = await product.open('owner', 'desk');
  const { version } = await ticketNow(other);
  const response = await other.request.patch(`/v1/tickets/${ticketId}/values`, {
    data: { version, values: [{ field: 'po_number', row: 0, text: 'PO 77' }] },
  });
  expect(response.status()).toBe(200);
  await untilFieldShows('#field-po_number', 'PO77');
  expect(await normalized('customer')).toBe('Typed in the office');
  await other.context().close();
});

test('approving by keyboard, taking it back from the notice, approving again', async () => {
  await office.keyboard.press('Escape');
  await office.keyboard.press('Control+Enter');
  await office.getByText('Nothing to review').waitFor();
  expect((await ticketNow(office)).state).toBe('approved');
  await office.getByRole('button', { name: 'Undo' }).click();
  await office.waitForURL(`**/review/${ticketId}`);
  await office.locator('#approve').waitFor();
  expect((await ticketNow(office)).state).toBe('needs_review');
  await office.keyboard.press('Control+Enter');
  await office.getByText('Nothing to review').waitFor();
  expect((await ticketNow(office)).state).toBe('approved');
});

test('the crew sees the approval without loading the page again', async () => {
  await crew.getByText('Approved, corrected', { exact: true }).waitFor();
});

test('the exported files hold the approved record with the corrected values', async () => {
  await office.goto('/tickets?state=approved');
  for (const [entry, kind] of [
    ['CSV, for a spreadsheet', 'csv'],
    ['JSON, for another program', 'json'],
  ] as const) {
    await office.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByText(entry, { exact: false }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`tickets.${kind}`);
    const text = await readFile(await download.path(), 'utf8');
    for (const value of [ticketId, '2025-09-05', 'Typed in the office', 'PO77', 'approved'])
      expect(text).toContain(value);
  }
});

test('promises TP-1 and TP-13: nothing came from another site, the only cookies are of session and device, nothing went wrong unseen', async () => {
  const { host } = new URL(product.url);
  const foreign = product.observed.requests.filter((url) => /^https?:/.test(url) && new URL(url).host !== host);
  expect(foreign).toEqual([]);
  expect(product.observed.requests.length).toBeGreaterThan(30);
  const cookies = await Promise.all([crew, office].map((page) => page.context().cookies()));
  expect(new Set(cookies.flat().map((cookie) => cookie.name))).toEqual(
    new Set(['ticket-pros.session_token', 'ticket-pros.device']),
  );
  // A browser itself writes every refusal of the server to its console; those were asked for.
  const asked = /status of (401|409|422)/;
  expect(product.observed.complaints.filter((complaint) => !asked.test(complaint))).toEqual([]);
});

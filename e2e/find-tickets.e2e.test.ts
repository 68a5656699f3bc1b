import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { findTicket, setValues, untilRead } from './follow-ticket.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { sendPhoto } from './send-photo.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let crew: Page;
let office: Page;

beforeAll(async () => {
  product = await openProduct();
  crew = await product.open('crew', 'phone');
  office = await product.open('office', 'desk');
  await sendNumbered('77001', 'Saltcedar Water');
  await sendNumbered('77002', 'Copper Lark');
  const approved = await sendNumbered('88003', 'Copper Lark');
  const { version } = await findTicket(office, approved);
  await office.request.post(`/v1/tickets/${approved}/approve`, { data: { version } });
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

async function sendNumbered(number: string, company: string): Promise<string> {
  const { id } = await sendPhoto(crew, await blankPhoto());
  await untilRead(crew, id);
  await setValues(office, id, { ticket_number: number, company });
  return id;
}

async function untilListed(page: Page, numbers: string[]): Promise<void> {
  await waitUntil(`${numbers.join(', ')} are listed`, async () => {
    const listed = await page.locator('[data-ticket-link]').allInnerTexts();
    const seen = listed.map((text) => /\d{5}/.exec(text)?.[0] ?? text);
    return seen.join() === numbers.join();
  });
}

test('the list narrows by state and by words, and the address keeps it', async () => {
  await office.goto('/tickets');
  await untilListed(office, ['88003', '77002', '77001']);
  await office.getByRole('button', { name: /^Needs review\s*2$/ }).click();
  await untilListed(office, ['77002', '77001']);
  await office.getByRole('searchbox', { name: 'Search' }).fill('copper');
  await untilListed(office, ['77002']);
  await office.reload();
  await untilListed(office, ['77002']);
  await office.getByRole('button', { name: /^All/ }).click();
  await untilListed(office, ['88003', '77002']);
  await office.getByRole('searchbox', { name: 'Search' }).fill('nothing like this');
  await office.getByRole('heading', { name: 'No ticket fits these filters' }).waitFor();
  await office.getByRole('button', { name: 'Clear filters' }).click();
  await untilListed(office, ['88003', '77002', '77001']);
  expect(await office.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('');
}, 120_000);

test('a search for a number stays a search for that number', async () => {
  await office.goto('/tickets?search=77001');
  await untilListed(office, ['77001']);
  expect(await office.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('77001');
}, 120_000);

test('an export holds the filtered tickets and no others', async () => {
  await office.goto('/tickets?search=copper');
  await untilListed(office, ['88003', '77002']);
  await office.getByRole('button', { name: /^Approved/ }).click();
  await untilListed(office, ['88003']);
  for (const [item, name] of [
    ['CSV, for a spreadsheet', 'tickets.csv'],
    ['JSON, for another program', 'tickets.json'],
  ]) {
    await office.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('menuitem', { name: item ?? '' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const text = await readFile(await download.path(), 'utf8');
    expect(['77001', '77002', '88003'].filter((number) => text.includes(number))).toEqual(['88003']);
  }
}, 120_000);

test('what happens elsewhere appears in the list by itself', async () => {
  await office.goto('/tickets');
  await untilListed(office, ['88003', '77002', '77001']);
  await sendNumbered('99004', 'Iron Hollow');
  await untilListed(office, ['99004', '88003', '77002', '77001']);
}, 120_000);

test('J, K and Enter walk the list', async () => {
  await office.goto('/tickets?search=copper');
  await untilListed(office, ['88003', '77002']);
  await office.keyboard.press('j');
  await office.keyboard.press('j');
  await office.keyboard.press('k');
  await office.keyboard.press('j');
  await office.keyboard.press('Enter');
  await office.waitForURL('**/review/*');
  await office.getByRole('heading', { name: '77002' }).waitFor();
}, 120_000);

test('without a connection the phone says so in words, and what fails is told without numbers', async () => {
  const page = await product.open('office', 'phone');
  await page.goto('/tickets');
  await untilListed(page, ['99004', '88003', '77002', '77001']);
  await page.context().setOffline(true);
  const note = await page.getByText('No connection. What you see may be out of date.').boundingBox();
  expect(note?.width).toBeGreaterThan(200);
  await page.context().setOffline(false);
  await page.getByText('No connection.').waitFor({ state: 'detached' });
  // The review has no bar on a phone; its sign takes the bar's place.
  await page.getByRole('link', { name: '77002' }).tap();
  await page.locator('#field-date').waitFor();
  await page.context().setOffline(true);
  await page.getByText('No connection.').waitFor();
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  await page.context().setOffline(false);
  await page.getByText('No connection.').waitFor({ state: 'detached' });
  await page.route(/\/v1\/tickets\?/, (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
  await page.goto('/tickets?search=copper');
  await page.getByRole('heading', { name: 'The list could not be loaded' }).waitFor();
  await page.getByText('Something went wrong. Try again in a moment.').waitFor();
  await page.unroute(/\/v1\/tickets\?/);
  await page.getByRole('button', { name: 'Try again' }).tap();
  await untilListed(page, ['88003', '77002']);
  await page.context().close();
}, 120_000);

test('an address that no page has keeps the ways to those that exist', async () => {
  await office.goto('/nowhere');
  await office.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  await office.getByRole('navigation').getByRole('link', { name: 'Tickets', exact: true }).click();
  await office.waitForURL('**/tickets');
}, 120_000);

test('values to check are pointed out to the office and not to crew', async () => {
  const doubt = async (page: Page) => {
    await page.route(/\/v1\/tickets\?/, async (route) => {
      const answer = await route.fetch();
      const body = ticketPageSchema.parse(await answer.json());
      await route.fulfill({
        json: { ...body, tickets: body.tickets.map((one) => ({ ...one, lowestConfidence: 0.3 })) },
      });
    });
    await page.goto('/tickets?state=needs_review');
    await untilListed(page, ['99004', '77002', '77001']);
    const told = await page.getByText('Values to check').count();
    await page.unroute(/\/v1\/tickets\?/);
    return told;
  };
  expect(await doubt(office)).toBe(3);
  expect(await doubt(crew)).toBe(0);
}, 120_000);

test('crew find their tickets on the phone, as cards, with nothing to review', async () => {
  await crew.goto('/tickets');
  await untilListed(crew, ['99004', '88003', '77002', '77001']);
  expect(await crew.getByRole('table').count()).toBe(0);
  expect(await crew.getByRole('link', { name: /^Review/ }).count()).toBe(0);
  const asked = /status of 502|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/;
  expect(product.observed.complaints.filter((complaint) => !asked.test(complaint))).toEqual([]);
}, 120_000);

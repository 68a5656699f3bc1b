import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { expectUsable } from './expect-usable.ts';
import { findTicket, setValues, untilRead } from './follow-ticket.ts';
import { type OpenProduct, openProduct, samplePhoto } from './open-product.ts';
import { type Photo, sendPhoto } from './send-photo.ts';

let product: OpenProduct;
let crew: Page;
let office: Page;

beforeAll(async () => {
  product = await openProduct();
  office = await product.open('office', 'desk');
  crew = await product.open('crew', 'phone');
  await crew.goto('/capture');
  await crew.getByRole('heading', { name: 'My tickets' }).waitFor();
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

async function photographAndSend(photo: Photo): Promise<void> {
  await crew.locator('input[type=file][capture]').setInputFiles(photo);
  await crew.getByText('This ticket: 1 photo').waitFor();
  await crew.getByRole('button', { name: 'Send ticket' }).tap();
}

const cardOf = (title: string) => crew.getByRole('region', { name: title });
const button = (name: string) => crew.getByRole('button', { name });

async function newestId(): Promise<string> {
  const { tickets } = ticketPageSchema.parse(await (await crew.request.get('/v1/tickets?limit=1')).json());
  return tickets[0]?.id ?? '';
}

async function reject(ticketId: string, reason: string): Promise<void> {
  const { version } = await findTicket(office, ticketId);
  const response = await office.request.post(`/v1/tickets/${ticketId}/reject`, { data: { version, reason } });
  expect(response.status()).toBe(200);
}

test('what was read is compared with the paper: mended, said to be right, and seen by the office', async () => {
  await photographAndSend(await samplePhoto('fuel-delivery-01'));
  const card = cardOf('Does this match the paper?');
  await card.getByText('0047713').waitFor({ timeout: 120_000 });
  await card.getByText('Nov 13, 2025').waitFor();
  await crew.getByText('1 photographed, 1 stored').waitFor();
  await expectUsable(crew, 'read-back');
  const id = await newestId();

  await button('Fix: Ticket no.').tap();
  await crew.getByRole('textbox', { name: 'Ticket no.' }).fill('0047714');
  await crew.context().setOffline(true);
  await button('Save').tap();
  await card.getByText('No signal. It was not saved').waitFor();
  await crew.context().setOffline(false);
  // The office is faster: its value stands, and the crew looks again before it saves.
  await setValues(office, id, { ticket_number: '0047715' });
  await button('Save').tap();
  await card.getByText('It says now: 0047715').waitFor();
  await button('Save').tap();
  await card.getByRole('button', { name: 'Fix: Ticket no.' }).getByText('0047714').waitFor();

  await button('Looks right').tap();
  await card.waitFor({ state: 'detached' });
  const row = crew.getByRole('listitem').filter({ hasText: '0047714' });
  await row.getByText('Corrected by the office').waitFor();
  await row.getByRole('link').tap();
  const sheet = crew.getByRole('dialog', { name: '0047714' });
  await sheet.getByText('was 0047713, is now 0047715').waitFor();
  await sheet.getByText('Stored on the server').first().waitFor();
  await expectUsable(crew, 'one ticket');
  await sheet.getByRole('button', { name: 'Back' }).tap();
  await sheet.waitFor({ state: 'detached' });

  await office.goto(`/review/${id}`);
  await office.getByText('Crew: looks right').waitFor();
}, 240_000);

test('what the office rejects is told with its reason, photographed again, and gives way to the newer ticket', async () => {
  const old = await newestId();
  await reject(old, 'The signature is cut off.');
  await button('Needs you (1)').tap();
  const row = crew.getByRole('listitem').filter({ hasText: '0047714' });
  await row.getByText('The signature is cut off.').waitFor();
  await row.getByRole('link').tap();
  await button('Photograph it again').tap();
  await crew.getByText('This takes the place of a ticket sent before.').waitFor();
  await crew
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles(await blankPhoto());
  await button('Done, next ticket').tap();

  const card = cardOf('Keep the paper: this could not be read');
  await card.getByRole('button', { name: 'Retake' }).waitFor({ timeout: 120_000 });
  await expectUsable(crew, 'a photo that could not be read');
  await card.getByRole('button', { name: 'Later' }).tap();
  await card.waitFor({ state: 'detached' });
  await button('My tickets').tap();
  await crew.getByText('2 photographed, 2 stored').waitFor();
  expect(await findTicket(office, old)).toMatchObject({ state: 'rejected', replacedByTicketId: await newestId() });
  await crew.getByRole('button', { name: 'All', exact: true }).tap();
  await row.getByText('Photographed again').waitFor();
}, 240_000);

test('a ticket that was rejected wrongly goes back to the office with a note', async () => {
  const { id } = await sendPhoto(crew, await blankPhoto());
  await untilRead(crew, id);
  await setValues(office, id, { ticket_number: 'B-7' });
  await reject(id, 'Which job?');
  await crew.getByRole('listitem').filter({ hasText: 'Which job?' }).getByRole('link').tap();
  const sheet = crew.getByRole('dialog', { name: 'B-7' });
  await sheet.getByLabel('Note to the office').fill('Pit 2, as on the back.');
  await sheet.getByRole('button', { name: 'Send it back to review' }).tap();
  await sheet.getByText('You sent it back to review.').waitFor();
  await office.goto(`/review/${id}`);
  await office.getByText('Pit 2, as on the back.').waitFor();
}, 180_000);

test('every count has its receipts, which can be shown whole', async () => {
  await crew.goto('/capture');
  await crew.getByRole('link', { name: /2 photographed, 2 stored/ }).tap();
  const sheet = crew.getByRole('dialog', { name: 'Receipts' });
  await sheet.getByText('Stored on the server', { exact: true }).nth(1).waitFor();
  await sheet.getByText('Whole receipt').first().tap();
  await sheet
    .getByText(/SHA-256 as sent: [0-9a-f]{64}/)
    .first()
    .waitFor();
  await expectUsable(crew, 'receipts');
}, 60_000);

test('a part of the page that cannot be had leaves the rest of it alone', async () => {
  await crew.route('**/ticket-sheet-*.js', (route) => route.abort());
  await crew.goto('/capture');
  await crew.getByRole('listitem').first().getByRole('link').tap();
  await crew.getByText('No signal. This is shown when it is back.').waitFor();
  await button('Back').tap();
  await button('Take a photo').waitFor();
}, 60_000);

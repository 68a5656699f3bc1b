import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { knownFormsSchema } from '@ticket-pros/contracts/learning';
import { selfApprovalSchema } from '@ticket-pros/contracts/self-approval';
import type { Page } from 'playwright-core';
import { expectUsable } from './expect-usable.ts';
import { findTicket, untilRead } from './follow-ticket.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { sendPhoto } from './send-photo.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let owner: Page;
let office: Page;
/** Two tickets of one printed form. */
let first = '';
let second = '';

beforeAll(async () => {
  product = await openProduct();
  const crew = await product.open('crew', 'phone');
  first = (await sendPhoto(crew, 'quarry-load-01')).id;
  second = (await sendPhoto(crew, 'quarry-load-02')).id;
  await crew.context().close();
  owner = await product.open('owner', 'phone');
  office = await product.open('office', 'desk', 'dark');
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

test('an owner lets tickets of one type approve themselves, and chooses how many values may be wrong', async () => {
  await owner.goto('/tickets');
  await owner.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Account' }).press('Enter');
  await owner.getByRole('menuitem', { name: 'Approval' }).press('Enter');
  await owner.getByText('No ticket approved itself in the last 90 days.').waitFor();
  await owner.getByRole('switch', { name: /^Receipts/ }).press('Space');
  await owner.getByRole('radio', { name: '1 wrong value in 200' }).check();
  await owner.getByText('2 changes').waitFor();
  await owner.getByRole('button', { name: 'Save' }).press('Enter');
  await owner.getByText('The settings are saved.').waitFor();

  await owner.reload();
  await owner.getByRole('radio', { name: '1 wrong value in 200', checked: true }).waitFor();
  expect(await owner.getByRole('switch', { name: /^Receipts/ }).isChecked()).toBe(true);
  expect(await owner.getByRole('switch', { name: /^Field tickets/ }).isChecked()).toBe(false);
  const saved = selfApprovalSchema.parse(await (await owner.request.get('/v1/self-approval')).json());
  expect(saved.errorTarget).toBe(0.005);
}, 120_000);

test('a correction says what it teaches; approved, the other ticket is read again and has it', async () => {
  await untilRead(office, first);
  const before = await untilRead(office, second);
  expect(before.values.find(({ field }) => field === 'location')).toBeUndefined();

  await office.goto(`/review/${first}`);
  await office.locator('#field-location').fill('Alder Sink');
  await office.keyboard.press('Enter');
  await office.getByRole('status').getByText('1 open ticket would change.').waitFor();
  await office.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  const changed = office.getByRole('list', { name: 'Open tickets that would change' }).getByRole('listitem');
  await changed.getByRole('link', { name: before.ticketNumber ?? '' }).waitFor();
  await changed.getByText('Alder Sink').waitFor();
  await expectUsable(office, office.url());

  await office.locator('#approve').click();
  await office.waitForURL(`**/review/${second}`);
  await waitUntil('the form is known', async () => (await listForms()).length === 1);
  await office.getByRole('button', { name: 'Read 1 ticket of this form again' }).click();
  await office.getByText('1 ticket is being read again.').waitFor();
  await waitUntil('it has what was taught', async () => {
    const { values } = await findTicket(office, second);
    return values.find(({ field }) => field === 'location')?.normalized === 'Alder Sink';
  });

  await office.goto('/tickets');
  await office.getByRole('link', { name: 'Read again' }).click();
  const done = office.getByRole('list', { name: 'How far it is' }).getByRole('listitem');
  await done.getByText('Finished').waitFor();
  await done.getByText('1 of 1 read').waitFor();
  await office.getByText('1 ticket would be read again.').waitFor();
  await expectUsable(office, office.url());
}, 180_000);

async function listForms() {
  return knownFormsSchema.parse(await (await owner.request.get('/v1/forms')).json()).forms;
}

test('an owner sees what was learned, and has it forgotten', async () => {
  await owner.goto('/forms');
  const row = owner.getByRole('row').filter({ hasText: 'Field tickets' });
  await row.getByText('From 1 approved ticket').waitFor();
  await expectUsable(owner, owner.url());
  await row.getByRole('button', { name: /^Forget/ }).press('Enter');
  const dialog = owner.getByRole('dialog', { name: /^Forget the form of/ });
  await dialog.getByText('What 1 approved ticket taught').waitFor();
  await dialog.getByRole('button', { name: 'Forget this form' }).click();
  await owner.getByText('No form is known yet').waitFor();
  expect(await listForms()).toEqual([]);
}, 120_000);

test('nothing went wrong unseen', () => {
  expect(product.observed.complaints).toEqual([]);
});

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { meSchema } from '@ticket-pros/contracts/member';
import type { Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { linkIn, readMail } from './read-mail.ts';

let product: OpenProduct;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
}, 180_000);
afterEach(async () => {
  await page?.context().close();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** The proof of the sign-in is too old for the next request to this address, as it is after some minutes. */
async function letProofGrowOld(address: string): Promise<void> {
  const problem = {
    type: 'about:blank',
    title: 'Please prove again that it is you.',
    status: 403,
    code: 'confirm_first',
  };
  await page.route(
    address,
    (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    { times: 1 },
  );
}

test('another e-mail address: after a proof of who it is, by a mail to it', async () => {
  page = await product.open('office', 'desk');
  await page.goto('/my-account');
  await letProofGrowOld('**/v1/auth/change-email');
  await page.getByRole('button', { name: 'Change the e-mail' }).click();
  await page.getByLabel('New e-mail').fill('frank@demo.example');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Prove that it is you' });
  await dialog.getByLabel('Password', { exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await dialog.getByText('The password is wrong.').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.keyboard.press('Enter');
  await page.getByText('A mail is on its way to frank@demo.example.').waitFor();
  await dialog.waitFor({ state: 'detached' });

  await page.goto(linkIn(await readMail(page, { to: 'frank@demo.example', subject: /./ }), '/confirm-email'));
  await page.getByRole('button', { name: 'Yes, confirm it' }).click();
  await page.getByRole('heading', { name: 'Your new address is confirmed' }).waitFor();
  await page.goto('/my-account');
  await page.getByText('You sign in with frank@demo.example.').waitFor();
}, 180_000);

test('who closes the dialog has changed nothing, and is told what is missing', async () => {
  page = await product.open('owner', 'phone');
  await page.goto('/my-account');
  await page.getByRole('button', { name: 'Change the e-mail' }).tap();
  await letProofGrowOld('**/v1/auth/change-email');
  await page.getByLabel('New e-mail').fill('other@demo.example');
  await page.getByRole('button', { name: 'Send a mail to it' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).tap();
  await page.getByText('Please prove again that it is you.').waitFor();
}, 180_000);

test('promise TP-20: every sign-in is listed, and ended from any other', async () => {
  const lost = await product.open('owner', 'phone');
  page = await product.open('owner', 'desk');
  await page.goto('/my-account');
  const sessions = page.locator('#sessions').getByRole('listitem');
  await sessions.first().waitFor();
  const before = await sessions.count();
  expect(before).toBeGreaterThanOrEqual(2);
  await sessions.filter({ hasText: 'This device' }).waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
  expect(await sessions.count()).toBe(1);
  expect((await lost.request.get('/v1/me')).status()).toBe(401);

  // The phone that lost it is told so, and keeps what it has not sent.
  await lost.goto('/capture');
  await lost.waitForURL('**/sign-in?goTo=/capture');
  await lost.context().close();
}, 180_000);

test('promise TP-8: a member asks for its data, and sees until when it is answered', async () => {
  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.getByRole('link', { name: 'My account' }).tap();
  await page.getByRole('button', { name: 'Make a request' }).tap();
  await page.getByRole('radio', { name: 'A copy of my data' }).check();
  await page.getByLabel('Details (optional)').fill('All of this year');
  await page.getByRole('button', { name: 'Send the request' }).tap();
  const request = page.locator('#privacy').getByRole('listitem');
  await request.getByText('A copy of my data').waitFor();
  await request.getByText('All of this year').waitFor();
  await request.getByText(/answer due by/).waitFor();
  await request.getByText('Open', { exact: true }).waitFor();
}, 180_000);

test('one person founds another company, and changes between both', async () => {
  page = await product.open('owner', 'desk');
  await page.goto('/my-account');
  await page.getByRole('button', { name: 'Open an account for another company' }).click();
  await page.getByLabel('Company', { exact: true }).fill('Ortega and Sons');
  await page.getByRole('checkbox', { name: /business use only/ }).check();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.waitForURL('**/tickets');
  await page.goto('/my-account');
  const places = page.locator('#places').getByRole('listitem');
  await places.filter({ hasText: 'Ortega and Sons' }).getByText('You are here').waitFor();
  await page.getByRole('button', { name: 'Work in Mesa Verde Hauling' }).click();
  await page.waitForURL('**/tickets');
}, 180_000);

test('by keyboard alone: a form takes the focus when it opens, and gives it back when it closes', async () => {
  page = await product.open('crew', 'desk');
  await page.goto('/my-account');
  const opener = page.getByRole('button', { name: 'Change the e-mail' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const focused = () =>
    page.evaluate<string>(
      'document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? ""',
    );
  expect(await focused()).toBe('New e-mail');
  await page.keyboard.type('someone@demo.example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Cancel');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Change the e-mail');
  await page.getByRole('button', { name: 'Make a request' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Correct my data' }).isChecked()).toBe(true);
}, 180_000);

test('the page speaks Spanish as soon as that is chosen on it', async () => {
  page = await product.open('owner', 'desk');
  await page.goto('/my-account');
  await page.getByLabel('Language').selectOption('Español');
  await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
  await page.getByRole('heading', { name: 'Dónde tienes sesión' }).waitFor();
}, 180_000);

test('promise TP-20: who was let go is out at once, is told so, and keeps the photos that were not sent', async () => {
  const owner = await product.open('owner', 'desk');
  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  const { member } = meSchema.parse(await (await page.request.get('/v1/me')).json());
  const ended = await owner.request.post(`/v1/members/${member.id}/deactivate`);
  expect(ended.ok()).toBe(true);
  await owner.context().close();

  await page.locator('input[type=file][capture]').setInputFiles(await blankPhoto());
  await page.getByText('This ticket: 1 photo').waitFor();
  await page.getByRole('button', { name: 'Send ticket' }).tap();
  await page.getByRole('alert').getByText('Your photos are safe on this phone.').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).tap();
  await page.waitForURL('**/sign-in?goTo=/capture&ended=true');
  await page.getByRole('status').getByText('Photos that were not sent are safe on this phone').waitFor();
  await page.getByLabel('E-mail or sign-in name').fill('crew@demo.example');
  await page.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap();
  await page.getByRole('alert').getByText('You have no place in a company here any more.').waitFor();
  const kept = await page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('ticket-pros-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.objectStoreNames[0];
      const counting = opening.result.transaction(store).objectStore(store).count();
      counting.onsuccess = () => resolve(counting.result);
    };
  })`);
  expect(kept).toBe(1);
}, 180_000);

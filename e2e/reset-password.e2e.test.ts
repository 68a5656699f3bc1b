import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct } from './open-product.ts';
import { linkIn, readMail } from './read-mail.ts';

let product: OpenProduct;

beforeAll(async () => {
  product = await openProduct();
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const email = demoAccount.members.find(({ role }) => role === 'office')?.email ?? '';

async function askForLink(page: Page, address: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await page.getByLabel('E-mail').fill(address);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
}

test('a forgotten password: by a mail to a new one, which ends what was signed in', async () => {
  const before = await product.open('office', 'desk');
  expect((await before.request.get('/v1/me')).status()).toBe(200);

  const page = await product.open(null, 'phone');
  await askForLink(page, email);
  const words = await page.getByRole('status').textContent();
  const link = linkIn(await readMail(page, { to: email, subject: /new password/i }), '/reset-password');

  await page.goto(link);
  const field = page.getByLabel('New password', { exact: true });
  await field.fill('password123');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('alert').getByText('too easy to guess').waitFor();
  await field.fill('gravel lantern mule');
  await page.getByText('Strong.').waitFor();
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('heading', { name: 'Your password is saved' }).waitFor();
  expect((await before.request.get('/v1/me')).status()).toBe(401);

  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail or sign-in name').fill(email);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill(product.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  await password.fill('gravel lantern mule');
  await page.getByRole('button', { name: 'Show password' }).click();
  expect(await password.getAttribute('type')).toBe('text');
  await password.press('Enter');
  await page.waitForURL('**/tickets');

  // A link works once, and nobody is told whether an address is known.
  await page.goto('/sign-in');
  await page.goto(link);
  await field.fill('another lantern mule');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByText('This link is over.').waitFor();
  await askForLink(page, 'nobody@nowhere.test');
  expect((await page.getByRole('status').textContent())?.replace('nobody@nowhere.test', email)).toBe(words);

  // A page that was open meanwhile leads to the door, and says why.
  await before.goto('/tickets');
  await before.waitForURL('**/sign-in?*');
  await page.context().close();
  await before.context().close();
}, 180_000);

test('who guesses too often is told how long to wait, in seconds', async () => {
  const page = await product.open(null, 'desk');
  await page.goto('/sign-in');
  await page.getByLabel('E-mail or sign-in name').fill('somebody.unknown');
  const password = page.getByLabel('Password', { exact: true });
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  const waiting = page.getByRole('alert').getByText(/^Too many tries. Wait \d+ (seconds?|minutes?), then try again.$/);
  for (let tries = 0; tries < 12 && !(await waiting.isVisible()); tries++) {
    await password.fill(`wrong-${tries}`);
    const answer = page.waitForResponse('**/v1/auth/sign-in/username');
    await button.click();
    await answer;
    await page
      .getByRole('alert')
      .getByText(/do not belong together|Too many tries/)
      .waitFor();
  }
  await waiting.waitFor();
  await page.context().close();
}, 180_000);

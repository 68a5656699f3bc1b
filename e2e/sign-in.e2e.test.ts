import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct } from './open-product.ts';

let product: OpenProduct;

beforeAll(async () => {
  product = await openProduct();
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** Names of all cookies that answers of the server set in this page, as their attributes say. */
function recordCookies(page: Page): Set<string> {
  const seen = new Set<string>();
  page.on('response', async (response) => {
    for (const { name, value } of await response.headersArray().catch(() => [])) {
      if (name.toLowerCase() === 'set-cookie') seen.add(value.replace(/=[^;]*/, '').replace(/Max-Age;/, ''));
    }
  });
  return seen;
}

test('an empty form is told what is missing', async () => {
  const page = await product.open(null, 'phone');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap();
  await page.getByRole('alert').getByText('Enter your e-mail or sign-in name, and your password.').waitFor();
  await page.context().close();
}, 120_000);

test('promise TP-13: one tap signs in and leads to the page asked for; one cookie for the session and one for the device; signing out ends it', async () => {
  const page = await product.open(null, 'desk');
  const cookies = recordCookies(page);
  await page.goto('/tickets?state=approved');
  await page.waitForURL('**/sign-in?goTo=*');
  await page.getByRole('button', { name: /^Office/ }).click();
  await page.waitForURL('**/tickets?state=approved');
  const session = await page.context().cookies();
  session.sort((a, b) => a.name.localeCompare(b.name));
  expect(session).toMatchObject([
    { name: 'ticket-pros.device', httpOnly: true, sameSite: 'Lax' },
    { name: 'ticket-pros.session_token', httpOnly: true, sameSite: 'Lax' },
  ]);

  await page.getByRole('button', { name: /Signed in as Frank Office/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  // The device stays known, so that nobody's wrong guesses elsewhere can keep its people out.
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['ticket-pros.device']);
  for (const cookie of cookies)
    expect(cookie).toMatch(/^ticket-pros\.session_(token|data)\b|^ticket-pros\.(dont_remember|device)\b/);
  expect(cookies.size).toBeGreaterThan(0);

  // Not only the browser forgot it.
  await page.context().addCookies(session);
  expect((await page.request.get('/v1/me')).status()).toBe(401);
  await page.goto('/tickets');
  await page.waitForURL('**/sign-in?goTo=*');
  await page.context().close();
}, 120_000);

test('crew land on the capture page, and their way out leads back to it', async () => {
  const page = await product.open(null, 'phone');
  await page.goto('/');
  await page.getByRole('button', { name: /^Crew/ }).tap();
  await page.waitForURL('**/capture');
  await page.getByText('Carlos Crew').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).tap();
  await page.waitForURL('**/sign-in?goTo=/capture');
  await page.context().close();
}, 120_000);

test('nobody signed in: the browser complains of nothing but that', () => {
  expect(
    new Set(product.observed.complaints.map((words) => words.replace(/.*status of (\d+).*(\/v1\/.*)/, '$1 $2'))),
  ).toEqual(new Set(['401 /v1/me']));
});

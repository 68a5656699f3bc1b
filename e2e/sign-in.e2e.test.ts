import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { Browser } from 'playwright-core';
import { demoMember } from './product/sign-in-demo-member.ts';
import { openVisit, type Visit } from './visit/open-visit.ts';

jest.setTimeout(180_000);

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(() => visit.context.close());
afterAll(() => browser.close());

test('a wrong password is told in a sentence, the right one leads on to the page that was asked for', async () => {
  visit = await openVisit(browser, { device: 'desktop' });
  const { page, records } = visit;
  const { email, password } = demoMember('office');
  await page.goto('/tickets?state=approved');
  await page.waitForURL('**/sign-in?goTo=*');

  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('That e-mail and password do not belong together.').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);

  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tickets?state=approved');
  await page.getByRole('heading', { name: 'Tickets', level: 1 }).waitFor();
  expect(records.complaints).toEqual(['401 /v1/me', '401 /v1/auth/sign-in/email']);
});

test('an empty form is told what is missing', async () => {
  visit = await openVisit(browser, { device: 'phone' });
  const { page } = visit;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('Enter your e-mail and your password.').waitFor();
});

test('one tap signs a demo member in; signing out ends the session on the server', async () => {
  visit = await openVisit(browser, { device: 'desktop' });
  const { page, context } = visit;
  await page.goto('/');
  await page.getByRole('button', { name: /^Office/ }).click();
  await page.waitForURL('**/tickets');
  const session = await context.cookies();

  await page.getByRole('button', { name: /Signed in as Frank Office/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  expect(await context.cookies()).toEqual([]);

  await context.addCookies(session);
  expect((await page.request.get('/v1/me')).status()).toBe(401);
  await page.goto('/tickets');
  await page.waitForURL('**/sign-in?goTo=*');
});

test('one tap brings a crew member to the capture page on the phone, and back to the door', async () => {
  visit = await openVisit(browser, { device: 'phone' });
  const { page } = visit;
  await page.goto('/');
  await page.getByRole('button', { name: /^Crew/ }).tap();
  await page.waitForURL('**/capture');
  await page.getByRole('heading', { name: 'Photograph a ticket' }).waitFor();
  await page.getByText('Carlos Crew').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).tap();
  await page.waitForURL('**/sign-in?goTo=/capture');
});

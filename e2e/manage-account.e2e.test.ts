import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { accountDetailSchema } from '@ticket-pros/contracts/account';
import { auditPageSchema } from '@ticket-pros/contracts/audit';
import { memberPageSchema } from '@ticket-pros/contracts/member';
import { privacyRequestListSchema } from '@ticket-pros/contracts/privacy-request';
import type { Page } from 'playwright-core';
import { isLookedAt, looks } from './choose-looks.ts';
import { expectUsable } from './expect-usable.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { waitUntil } from './wait-until.ts';

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

const menuButton = () => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Account/ });

async function choosePlace(name: string | RegExp): Promise<void> {
  await menuButton().press('Enter');
  await page.getByRole('menuitem', { name }).press('Enter');
}

/** The proof of the sign-in is too old for the next change at this address, as it is after some minutes. */
async function letProofGrowOld(address: string): Promise<void> {
  const problem = {
    type: 'about:blank',
    title: 'Please prove again that it is you.',
    status: 403,
    code: 'confirm_first',
  };
  const answer = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  let isOld = true;
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET' || !isOld) return route.fallback();
    isOld = false;
    return route.fulfill(answer);
  });
}

async function proveWhoItIs(): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Prove that it is you' });
  await dialog.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

test('an owner changes the settings after a proof of who it is, and the log tells it', async () => {
  page = await product.open('owner', 'desk');
  await page.goto('/tickets');
  await choosePlace('Account settings');
  await page.getByRole('heading', { name: 'Account settings' }).waitFor();
  await page.getByLabel('Company name').fill('Mesa Verde Haulers');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('mountain time denver');
  await page
    .getByRole('option', { name: /Denver/ })
    .first()
    .click();
  await page.getByLabel('Members may invite crew below themselves').press('Space');
  await page.getByText('3 changes').waitFor();
  await letProofGrowOld('**/v1/account');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await proveWhoItIs();
  await page.getByText('The settings are saved.').waitFor();
  const account = accountDetailSchema.parse(await (await page.request.get('/v1/account')).json());
  expect(account).toMatchObject({
    name: 'Mesa Verde Haulers',
    timeZone: 'America/Denver',
    branchInvitations: false,
    crewVisibility: 'branch',
  });

  await choosePlace('Audit log');
  const told = page.getByRole('listitem').filter({ hasText: 'changed the account settings.' }).first();
  await told.getByText('Mesa Verde Haulers').waitFor();
  await told.getByRole('button', { name: /^Details of/ }).press('Enter');
  await told.getByRole('definition').filter({ hasText: 'America/Denver' }).waitFor();
  await page.getByRole('button', { name: 'Signed in as' }).click();
  await page.getByRole('menu').getByText('Mesa Verde Haulers').waitFor();
}, 120_000);

test('who has no second factor can not ask others for one, and is led to its own', async () => {
  page = await product.open('owner', 'phone');
  await page.goto('/account');
  await page.getByLabel('Everybody', { exact: true }).check();
  await page.getByText('6 members have none yet').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.getByRole('status').getByText('Set up your own second factor first').waitFor();
  await page.getByRole('alert').getByRole('link', { name: 'Set it up under My account' }).click();
  await page.waitForURL('**/my-account#second-factor');
  const account = accountDetailSchema.parse(await (await page.request.get('/v1/account')).json());
  expect(account.secondFactor).toBe('optional');
}, 120_000);

test('the log is filtered for a member, by what happened and by day, and leaves as a file with these filters', async () => {
  const crew = await product.open('crew', 'phone');
  await crew.request.patch('/v1/me', { data: { language: 'es' } });
  await crew.request.patch('/v1/me', { data: { language: null } });
  await crew.context().close();

  page = await product.open('owner', 'desk');
  await page.goto('/audit');
  await page.getByRole('combobox', { name: 'Who' }).fill('carlos');
  await page.getByRole('option', { name: /Carlos Crew/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/memberId=/);
  const events = page.locator('li').filter({ has: page.locator('time') });
  await events.filter({ hasText: 'Olivia Ortega' }).first().waitFor({ state: 'detached' });
  expect(await events.count()).toBeGreaterThanOrEqual(3);
  for (const text of await events.allInnerTexts()) expect(text).toContain('Carlos Crew');

  await page.getByRole('combobox', { name: 'What' }).fill('own profile');
  await page.getByRole('option', { name: 'Own profile changed' }).click();
  await waitUntil('two changes of the profile', async () => ((await events.count()) === 2 ? true : undefined));
  await events.first().getByText('changed the own profile.').waitFor();
  await events
    .first()
    .getByRole('button', { name: /^Details of/ })
    .click();
  await events.first().locator('del', { hasText: 'Español' }).waitFor();

  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines.slice(1)) expect(line).toContain('profile.changed');

  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await page.getByText('Nothing fits these filters').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).last().click();
  await events.filter({ hasText: 'exported the audit log.' }).first().waitFor();
}, 120_000);

test('older entries are loaded as the end of the list comes near', async () => {
  page = await product.open('owner', 'desk');
  const language = async (chosen: string | null) => page.request.patch('/v1/me', { data: { language: chosen } });
  for (let times = 0; times < 40; times++) {
    await language('es');
    await language(null);
  }
  await page.goto('/audit');
  const events = page.locator('li').filter({ has: page.locator('time') });
  await events.first().waitFor();
  const first = auditPageSchema.parse(await (await page.request.get('/v1/audit?limit=50')).json());
  expect(first.nextCursor).not.toBeNull();
  await page.evaluate("document.querySelector('#content').scrollTo(0, 1e6)");
  await waitUntil('more than one page', async () => ((await events.count()) > 80 ? true : undefined));
}, 120_000);

test('an API key is made, used, seen in the log, and revoked; its secret is shown once', async () => {
  page = await product.open('owner', 'desk');
  await page.goto('/api-keys');
  await letProofGrowOld('**/v1/api-keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a key' });
  await dialog.getByLabel('Name').fill('Accounting');
  await dialog.getByRole('combobox', { name: 'Acts for' }).fill('pete');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Read members').check();
  await dialog.getByLabel('Read the audit log').check();
  await dialog.getByText('Pete Contractor may not do this').waitFor();
  await dialog.getByLabel('Read the audit log').uncheck();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await proveWhoItIs();
  const made = page.getByRole('dialog', { name: 'The key “Accounting” is ready' });
  const secret = await made.locator('code').first().textContent();
  expect(await made.locator('code').last().textContent()).toContain(`Authorization: Bearer ${secret}`);
  // Nothing closes it by mistake.
  await page.keyboard.press('Escape');
  await made.getByRole('button', { name: 'I have it' }).click();
  await made.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(secret);

  const ask = (path: string) => fetch(`${product.url}${path}`, { headers: { authorization: `Bearer ${secret}` } });
  const { members } = memberPageSchema.parse(await (await ask('/v1/members')).json());
  expect(members.map(({ name }) => name)).toEqual(['Ana Driver', 'Luis Driver', 'Pete Contractor']);
  expect((await ask('/v1/audit')).status).toBe(403);

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'Accounting' }).first();
  await row.getByText(/last used/).waitFor();
  await row.getByRole('button', { name: 'Revoke: Accounting' }).click();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await page.getByText('“Accounting” no longer works.').waitFor();
  await page.getByRole('heading', { name: 'No longer work' }).waitFor();
  expect((await ask('/v1/members')).status).toBe(401);
}, 120_000);

test('promise TP-8: an owner sees how many requests wait and until when, answers one and refuses another', async () => {
  const crew = await product.open('crew', 'phone');
  const file = (kind: string, details: string) =>
    crew.request.post('/v1/privacy-requests', { data: { kind, details } });
  await file('copy', 'All tickets of May');
  await file('delete', '');

  page = await product.open('owner', 'phone');
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Account, 2 open privacy requests' }).click();
  await page.getByRole('menuitem', { name: /Privacy requests/ }).click();
  const copy = page.getByRole('listitem').filter({ hasText: 'All tickets of May' }).first();
  await copy.getByText('30 days left').waitFor();
  await copy.getByRole('button', { name: 'Answer Carlos Crew' }).click();
  await copy.getByRole('button', { name: 'Send the answer' }).click();
  await copy.getByText('Write what the member should know.').waitFor();
  await copy.getByLabel('Your answer to Carlos Crew').fill('The files came by mail.');
  await copy.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByText('The answer was sent to Carlos Crew.').waitFor();
  await page.getByRole('button', { name: 'Account, 1 open privacy request', exact: true }).waitFor();

  await page.getByRole('button', { name: 'Answer Carlos Crew' }).click();
  await page.getByLabel('Your answer to Carlos Crew').fill('The tax office wants them for ten years.');
  await page.getByRole('button', { name: 'Refuse the request' }).click();
  await page.getByText('No open requests').waitFor();
  await page.getByRole('heading', { name: 'Answered', exact: true }).waitFor();

  const { requests } = privacyRequestListSchema.parse(await (await crew.request.get('/v1/privacy-requests')).json());
  expect(requests.map(({ kind, state, answer }) => [kind, state, answer]).sort()).toEqual([
    ['copy', 'answered', 'The files came by mail.'],
    ['delete', 'refused', 'The tax office wants them for ten years.'],
  ]);
  await crew.context().close();
}, 120_000);

const pages = ['/account', '/approval', '/forms', '/audit', '/api-keys', '/privacy-requests'];

test('nobody but owners is offered these pages, and who types their address is told whom to ask', async () => {
  page = await product.open('office', 'desk');
  await page.goto('/tickets');
  await page.getByRole('link', { name: 'People' }).waitFor();
  expect(await menuButton().count()).toBe(0);
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { name: 'This page is for owners' }).waitFor();
  }
}, 120_000);

test('what could not be loaded says so, and is there after another try', async () => {
  page = await product.open('owner', 'phone');
  for (const [path, address, there] of [
    ['/account', '**/v1/account', 'Company'],
    ['/approval', '**/v1/self-approval', 'Which tickets'],
    ['/forms', '**/v1/forms', 'No form is known yet'],
    ['/audit', '**/v1/audit?*', 'Today'],
    ['/api-keys', '**/v1/api-keys', 'No'],
    ['/privacy-requests', '**/v1/privacy-requests', 'No open requests'],
  ] as const) {
    await page.route(address, (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(path);
    await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor();
    await page.unroute(address);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: there }).first().waitFor();
  }
}, 120_000);

test.each(looks)(
  'on the $screen, $scheme, $locale: everybody can use the pages of owners',
  async (look) => {
    page = await product.open('owner', look.screen, look.scheme, look.locale);
    for (const [place, path] of pages.entries()) {
      if (!isLookedAt(look, place)) continue;
      await page.goto(path);
      await page.locator('#content h2').first().waitFor();
      if (path === '/audit') await page.locator('li [aria-expanded]').first().click();
      await expectUsable(page, path);
    }
  },
  120_000,
);

import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { madeInvitationSchema } from '@ticket-pros/contracts/invitation';
import { meSchema } from '@ticket-pros/contracts/member';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
import { linkIn, readMail } from './read-mail.ts';
import { waitUntil } from './wait-until.ts';

let product: OpenProduct;
let owner: Page;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  owner = await product.open('owner', 'desk');
}, 180_000);
afterEach(async () => {
  await page?.context().close();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const password = 'gravel lantern mule';

/** An invitation of the demo account's owner, or of whoever else asks for it; the path of its link. */
async function invite(data: object, inviter = owner): Promise<string> {
  const made = await inviter.request.post('/v1/invitations', { data: { role: 'crew', reportsTo: null, ...data } });
  const link = new URL(madeInvitationSchema.parse(await made.json()).link);
  return link.pathname + link.hash;
}

/** What each page sent as scripts, as small as a server sends it. */
function weighScripts(): Map<string, number> {
  const weights = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    weights.set(response.url(), gzipSync(await response.body()).length);
  });
  return weights;
}
const sum = (weights: Map<string, number>) => [...weights.values()].reduce((total, weight) => total + weight, 0);

async function openOnSmallPhone(link: string): Promise<void> {
  page = await product.open(null, 'phone');
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(link);
  await page.getByRole('heading', { name: 'Mesa Verde Hauling' }).waitFor();
}

test('from the link on a phone to the first photo: two things to type, four presses, and it is sent', async () => {
  const link = await invite({ maxUses: 1 });
  const began = performance.now();
  page = await product.open(null, 'phone');
  await page.setViewportSize({ width: 360, height: 640 });
  const scripts = weighScripts();
  await page.goto(link);
  await page.getByText('Olivia Ortega invites you to').waitFor();
  expect(await page.locator('input:visible').count()).toBeLessThanOrEqual(3);
  expect(sum(scripts)).toBeLessThan(120 * 1024);
  // Large enough for gloves, and not wider than the phone.
  const start = page.getByRole('button', { name: 'Start' });
  expect((await start.boundingBox())?.height).toBeGreaterThanOrEqual(52);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    0,
  );

  const steps: string[] = [];
  const type = async (label: string, text: string) => {
    steps.push(`type: ${label}`);
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  await type('Your name', 'María Núñez');
  const code = await page.getByText(/^\.[a-z0-9]+$/).textContent();
  await page.getByText(`You sign in with maria-nunez${code}.`).waitFor();
  await type('A password', password);
  steps.push('press: Start');
  await start.tap();
  await page.waitForURL('**/capture');
  await page.getByText('María Núñez').waitFor();
  steps.push('press: Take a photo');
  await page.locator('input[type=file][capture]').setInputFiles(await blankPhoto());
  await page.getByText('This ticket: 1 photo').waitFor();
  steps.push('press: Send ticket');
  await page.getByRole('button', { name: 'Send ticket' }).tap();
  const [ticket] = await waitUntil('the first ticket is stored', async () => {
    const { tickets } = ticketPageSchema.parse(await (await page.request.get('/v1/tickets')).json());
    return tickets.length === 1 && tickets;
  });
  expect(ticket?.capturedBy.name).toBe('María Núñez');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`From the link to the stored ticket: ${seconds} s for the machine, with ${steps.join('; ')}\n`);
  expect(steps).toHaveLength(5);

  const me = meSchema.parse(await (await page.request.get('/v1/me')).json());
  expect(me).toMatchObject({ email: null, signInName: `maria-nunez${code}`, member: { role: 'crew' } });
  // The way back does not lead to the invitation, which is used up.
  const other = await page.context().newPage();
  await other.goto(link);
  await other.getByRole('heading', { name: 'This invitation is over.' }).waitFor();
}, 180_000);

test('a sign-in name that is taken: the next one is proposed, and one signs in with it on another phone', async () => {
  const link = await invite({ maxUses: 5 });
  for (const expected of ['pat', 'pat-2']) {
    await openOnSmallPhone(link);
    await page.getByLabel('Your name', { exact: true }).fill('Pat');
    await page.getByLabel('A password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Start' }).tap();
    await page.getByRole('alert').getByText('10 characters').waitFor();
    await page.getByLabel('A password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Start' }).tap();
    if (expected === 'pat-2') {
      await page.getByRole('alert').getByText('is taken').waitFor();
      await page.getByRole('button', { name: 'Start' }).tap();
    }
    await page.waitForURL('**/capture');
    const me = meSchema.parse(await (await page.request.get('/v1/me')).json());
    expect(me.signInName?.split('.')[0]).toBe(expected);
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail or sign-in name').fill(me.signInName ?? '');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).tap();
    await page.waitForURL('**/capture');
    await page.context().close();
  }
}, 180_000);

test('whoever joins with an e-mail confirms it; whoever was invited by mail did so already', async () => {
  await openOnSmallPhone(await invite({ maxUses: 1 }));
  await page.getByRole('button', { name: 'I want to use my e-mail' }).tap();
  await page.getByLabel('Your name', { exact: true }).fill('Kim Doyle');
  await page.getByLabel('Your e-mail').fill('kim@doyle.test');
  await page.getByLabel('A password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Start' }).tap();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await page.goto(linkIn(await readMail(page, { to: 'kim@doyle.test', subject: /Confirm/ }), '/confirm'));
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Yes, let me in' }).tap();
  await page.waitForURL('**/capture');
  await page.getByText('Kim Doyle').waitFor();
  await page.context().close();

  await invite({ role: 'office', email: 'lee@office.test', name: 'Lee Ray' });
  page = await product.open(null, 'desk');
  await page.goto(linkIn(await readMail(page, { to: 'lee@office.test', subject: /./ }), '/join'));
  expect(await page.getByLabel('Your e-mail').inputValue()).toBe('lee@office.test');
  expect(await page.getByLabel('Your name', { exact: true }).inputValue()).toBe('Lee Ray');
  await page.getByLabel('A password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tickets');
}, 180_000);

test('who has a place elsewhere joins as the same person, and changes between both', async () => {
  const body = { company: 'Quarry Nine', businessUse: true, name: 'Ines Vale', email: 'ines@nine.test', password };
  page = await product.open(null, 'desk');
  await page.request.post('/v1/sign-up', { data: body });
  const confirm = linkIn(await readMail(page, { to: body.email, subject: /Confirm/ }), '/confirm');
  await page.goto(confirm);
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Yes, let me in' }).click();
  await page.waitForURL('**/tickets');
  const link = await invite({ role: 'office' }, page);
  await page.context().close();

  // Signed out, with a sign-in: through the door and back.
  page = await product.open(null, 'desk');
  await page.goto(link);
  await page.getByRole('link', { name: 'I have a sign-in already' }).click();
  await page.getByLabel('E-mail or sign-in name').fill('office@demo.example');
  await page.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Join as Frank Office' }).click();
  await page.waitForURL('**/tickets');
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByText('Quarry Nine', { exact: true }).waitFor();
  await page.getByRole('menuitem', { name: 'Work in Mesa Verde Hauling' }).click();
  await waitUntil('the other company', async () => {
    const me = meSchema.parse(await (await page.request.get('/v1/me')).json());
    return me.account.name === 'Mesa Verde Hauling';
  });
}, 180_000);

test.each<['light' | 'dark']>([['light'], ['dark']])(
  'everybody can use the page behind an invitation, %s',
  async (scheme) => {
    const link = await invite({ maxUses: 1 });
    page = await product.open(null, 'phone', scheme);
    await page.goto(link);
    await page.getByLabel('Your name', { exact: true }).waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
  },
);

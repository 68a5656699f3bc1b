import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fakeCamera } from './fake-camera.ts';
import { findTicket } from './follow-ticket.ts';
import { type OpenProduct, openProduct, samplePhoto } from './open-product.ts';
import { waitUntil } from './wait-until.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let product: OpenProduct;
let folder: string;
let session: Awaited<ReturnType<BrowserContext['storageState']>>;
let sharpEyed: Browser;
let blurred: Browser;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-camera-'));
  const { buffer } = await samplePhoto('time-and-material-01');
  sharpEyed = await launchBrowser(await fakeCamera(buffer, join(folder, 'sharp.mjpeg')));
  blurred = await launchBrowser(await fakeCamera(buffer, join(folder, 'blurred.mjpeg'), 5));
  const signedIn = await product.open('crew', 'phone');
  session = await signedIn.context().storageState();
  await signedIn.context().close();
}, 180_000);
afterEach(async () => {
  await page?.context().close();
}, 60_000);
afterAll(async () => {
  await sharpEyed?.close();
  await blurred?.close();
  await product?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
}, 60_000);

async function openCamera(browser: Browser, looks: { colorScheme?: 'dark' } = {}, isAllowed = true): Promise<void> {
  const context = await browser.newContext({
    ...phone,
    ...looks,
    locale: 'en-US',
    baseURL: product.url,
    serviceWorkers: 'block',
    storageState: session,
  });
  context.setDefaultTimeout(15_000);
  if (!isAllowed) {
    await context.addInitScript(
      "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); };",
    );
  }
  page = await context.newPage();
  await page.goto('/capture#camera');
}

const listTickets = async () => ticketPageSchema.parse(await (await page.request.get('/v1/tickets')).json()).tickets;
const shutter = () => page.getByRole('button', { name: /^Take the (photo|next page)$/ });
const photo = (number: number) => page.getByRole('button', { name: new RegExp(`^Look at photo ${number}`) });
const done = () => page.getByRole('button', { name: 'Done, next ticket' });

test('ticket after ticket: the page is outlined, each tap keeps a photo, one more sends it, and all are stored', async () => {
  await openCamera(sharpEyed);
  const before = (await listTickets()).length;
  await page.getByText('Ticket in view: tap the button').waitFor();
  expect(await page.locator('[data-outline]').count()).toBe(1);
  await shutter().tap();
  await photo(1).waitFor();
  await shutter().tap();
  await photo(2).waitFor();
  await done().tap();
  await page.getByText('Ticket kept. It is sent by itself.').waitFor({ state: 'attached' });
  // The next ticket at once, by the keyboard.
  await page.evaluate('document.activeElement?.blur()');
  await page.keyboard.press(' ');
  await photo(1).waitFor();
  await done().tap();
  await photo(1).waitFor({ state: 'detached' });
  const tickets = await waitUntil('both tickets are stored', async () => {
    const found = await listTickets();
    return found.length === before + 2 && found;
  });
  const sent = await Promise.all(tickets.slice(0, 2).map(({ id }) => findTicket(page, id)));
  expect(sent.map(({ images }) => images.length).sort()).toEqual([1, 2]);
  expect(sent[0]?.images[0]).toMatchObject({ width: 1200, height: 1600 });
  // What was photographed well raised no alarm.
  expect(await page.getByRole('alert').count()).toBe(0);
}, 120_000);

test('a page is looked at, taken out, and put back', async () => {
  await openCamera(sharpEyed);
  await shutter().tap();
  await photo(1).tap();
  const review = page.getByRole('dialog', { name: 'Photo 1 of this ticket' });
  await review.locator('polygon').waitFor({ state: 'attached' });
  await review.getByRole('button', { name: 'Remove' }).tap();
  await photo(1).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).tap();
  await photo(1).waitFor();
  // What is kept is there again after the page was loaded anew.
  await page.reload();
  await photo(1).waitFor();
}, 60_000);

test('a blurred photo is told, and sent all the same', async () => {
  await openCamera(blurred);
  const before = (await listTickets()).length;
  await shutter().tap();
  const told = page.getByRole('alert').getByText('Too blurry to read. Hold still, then take it again.');
  await told.waitFor();
  await page.getByRole('button', { name: 'Retake' }).tap();
  await photo(1).waitFor({ state: 'detached' });
  await shutter().tap();
  await told.waitFor();
  await page.getByRole('button', { name: 'Send anyway' }).tap();
  await told.waitFor({ state: 'detached' });
  await done().tap();
  await waitUntil('it is stored', async () => (await listTickets()).length === before + 1);
}, 60_000);

test('a photo for which the phone has no space is not lost: it is sent from memory', async () => {
  await openCamera(sharpEyed);
  const before = (await listTickets()).length;
  await page.evaluate(`IDBObjectStore.prototype.put = ((put) => function (value, key) {
    if (this.name === 'photos') throw new DOMException('', 'QuotaExceededError');
    return put.call(this, value, key);
  })(IDBObjectStore.prototype.put)`);
  await shutter().tap();
  const told = page.getByRole('alert').filter({ hasText: 'The phone has no space left.' });
  await told.waitFor();
  await told.getByRole('button', { name: 'Send it now' }).tap();
  await told.waitFor({ state: 'detached' });
  await waitUntil('it is stored', async () => (await listTickets()).length === before + 1);
}, 60_000);

test('without the camera a sentence says why, and the plain way to a picture works', async () => {
  await openCamera(sharpEyed, {}, false);
  await page.getByRole('alert').getByText('The camera is blocked for this page.').waitFor();
  const inputs = page.locator('input[type=file][capture]');
  await inputs.last().setInputFiles(await samplePhoto('hot-shot-01'));
  await photo(1).waitFor();
  await page.getByRole('button', { name: 'My tickets' }).tap();
  await page.getByText('This ticket: 1 photo').waitFor();
}, 60_000);

test('a camera that cannot be loaded without signal leaves the page, the plain way to a picture, and another try', async () => {
  const context = await sharpEyed.newContext({
    ...phone,
    locale: 'en-US',
    baseURL: product.url,
    serviceWorkers: 'block',
    storageState: session,
  });
  page = await context.newPage();
  await page.route(/camera-view[^/]*\.js/, (route) => route.abort());
  await page.goto('/capture#camera');
  await page.getByText('The camera could not be loaded without signal.').waitFor();
  expect(await page.locator('input[type=file][capture]').count()).toBe(1);
  await page.unroute(/camera-view[^/]*\.js/);
  await page.locator('#open-camera').click();
  await page.getByText('Ticket in view: tap the button').waitFor();
});

test('a page that is hidden gives the camera back, and takes it again when it is seen', async () => {
  await openCamera(sharpEyed);
  const isRunning = () => page.evaluate<boolean>(`document.querySelector('video')?.srcObject?.active === true`);
  await waitUntil('it runs', isRunning);
  const look = (state: string) =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));`);
  await look('hidden');
  expect(await isRunning()).toBe(false);
  await look('visible');
  await waitUntil('it runs again', isRunning);
}, 60_000);

test.each(['light', 'dark'] as const)(
  '%s: everybody can use the camera, in the sun too',
  async (scheme) => {
    await openCamera(scheme === 'light' ? blurred : sharpEyed, scheme === 'dark' ? { colorScheme: 'dark' } : {});
    await shutter().tap();
    await photo(1).waitFor();
    if (scheme === 'light') await page.getByText('Too blurry to read.').waitFor();
    const find = async () => {
      const axe = new AxeBuilder({ page }).options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
      const { violations } = await axe.analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      return serious.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]);
    };
    expect(await find()).toEqual([]);
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('button, a, label, select')]
    .filter((one) => one.offsetParent !== null && !one.disabled)
    .map((one) => [one.innerText || one.ariaLabel, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 48 || box.height < 48).map(([name, box]) => name + ' ' + box.width + ' x ' + box.height)`);
    expect(small).toEqual([]);
    await photo(1).tap();
    await page.getByRole('dialog').waitFor();
    expect(await find()).toEqual([]);
  },
  60_000,
);

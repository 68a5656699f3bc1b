import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { blankPhoto } from './blank-photo.ts';
import { samplePhoto } from './open-product.ts';
import { serveVersions, type Versions } from './serve-versions.ts';
import { startProductForTests, type TestProduct } from './start-product-for-tests.ts';
import { waitUntil } from './wait-until.ts';

let product: TestProduct;
let versions: Versions;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const asked: string[] = [];
/** Bytes of the scripts that the page's first visit fetched, as they were sent, by address. */
const scripts = new Map<string, number>();

beforeAll(async () => {
  product = await startProductForTests();
  versions = await serveVersions(product.address);
  browser = await launchBrowser();
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'en-US',
    baseURL: versions.url,
  });
  context.setDefaultTimeout(20_000);
  // Of pages and of workers alike.
  context.on('request', (request) => void asked.push(request.url()));
  await signIn();
  page = await context.newPage();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || response.fromServiceWorker()) return;
    scripts.set(response.url(), Number(response.headers()['content-length']));
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  versions?.close();
  await product?.stop();
}, 60_000);

async function signIn(): Promise<void> {
  const password = await readFile(join(product.dataFolder, 'demo-password'), 'utf8');
  const email = demoAccount.members.find(({ role }) => role === 'crew')?.email;
  const answer = await context.request.post('/v1/auth/sign-in/email', { data: { email, password } });
  expect(answer.status()).toBe(200);
}

const stored = async () => ticketPageSchema.parse(await (await context.request.get('/v1/tickets')).json()).tickets;
const myTickets = (words = 'My tickets') => page.getByRole('heading', { name: words }).waitFor();
const shownVersion = () => page.locator('meta[name=version]').getAttribute('content');
const isUpload = (method: string, path: string) => method !== 'GET' && /^\/v1\/(tickets|uploads)/.test(path);

/** Looks for a newer worker: whether one was installed, could not be (`redundant`), or is not there. */
const lookForUpdate = () =>
  page.evaluate<string>(`(async () => {
    // The page looks by itself, too: a worker that removes itself may be gone by now, and 'ready' would wait for ever.
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration === undefined) return 'gone';
    const found = await registration.update().catch(() => registration);
    const worker = found.installing;
    if (worker === null) return found.waiting === null ? 'none' : 'installed';
    return new Promise((resolve) => worker.addEventListener('statechange', () => resolve(worker.state)));
  })()`);

const everythingCached = () =>
  page.evaluate<string[]>(`(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    }
    return found;
  })()`);

const countHandedIn = () =>
  page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('ticket-pros-handed-in');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('files').objectStore('files').count();
      counting.onsuccess = () => resolve(counting.result);
      opening.result.close();
    };
  })`);

const hasWorker = () => page.evaluate<boolean>('navigator.serviceWorker.controller !== null');

test('what the page loads to start is at most 120 kB of JavaScript, compressed', async () => {
  await page.goto('/capture');
  await myTickets();
  await page.waitForLoadState('load');
  const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0);
  expect(scripts.size).toBeGreaterThan(2);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

test('after one visit the page opens without a signal, in both languages, and keeps photos', async () => {
  await waitUntil('the worker to take the page', hasWorker);
  versions.cut(() => true);
  await context.setOffline(true);
  await page.goto('/capture?open=my-tickets');
  await page.getByText('No signal.').waitFor();
  await page.getByRole('button', { name: 'Español' }).tap();
  await myTickets('Mis tickets');
  await page.getByRole('button', { name: 'English' }).tap();
  await myTickets();
  // Nobody can sign in now; the page that works takes the place of the one that does not.
  await page.goto('/sign-in?goTo=/capture');
  await myTickets();
  expect(new URL(page.url()).pathname).toBe('/capture');
  await page.locator('input[type=file][capture]').setInputFiles(await samplePhoto('quarry-load-01'));
  await page.getByText('This ticket: 1 photo').waitFor();
  await page.getByRole('button', { name: 'Send ticket' }).tap();
  await page.getByText('Waiting for signal').waitFor();
});

test('a new version waits until it is wanted, then takes over with a ticket that still waits; it is sent once', async () => {
  versions.cut(isUpload);
  versions.serve(2);
  await context.setOffline(false);
  expect(await lookForUpdate()).toBe('installed');
  expect(await shownVersion()).toBe('1');
  await page.getByText('A new version is ready.').waitFor();
  await page.getByRole('button', { name: 'Update' }).tap();
  await page.locator('meta[name=version][content="2"]').waitFor({ state: 'attached' });
  await page
    .getByText(/Waiting|Sending/)
    .first()
    .waitFor();
  versions.cut(() => false);
  await page.reload();
  await page
    .getByText(/^(Stored|Reading…|Read)$/)
    .first()
    .waitFor();
  expect(await stored()).toHaveLength(1);
});

test('a version that does not arrive whole leaves the old one at work; the next comes by itself at a start', async () => {
  versions.serve(3, 'broken');
  expect(await lookForUpdate()).toBe('redundant');
  await page.goto('/capture');
  await myTickets();
  expect(await shownVersion()).toBe('2');
  versions.serve(4);
  expect(await lookForUpdate()).toBe('installed');
  await page.goto('/capture');
  await page.locator('meta[name=version][content="4"]').waitFor({ state: 'attached' });
});

test('a ticket that waits is sent with no page open, when the browser wakes the worker', async () => {
  const before = (await stored()).length;
  await page.goto('/capture');
  versions.cut(isUpload);
  await page.locator('input[type=file][multiple]').setInputFiles(await samplePhoto('public-scale-01'));
  await page.getByText('This ticket: 1 photo').waitFor();
  await page.getByRole('button', { name: 'Send ticket' }).tap();
  await page
    .getByText(/Waiting to send|Sending/)
    .first()
    .waitFor();
  await page.goto('/favicon.svg');
  versions.cut(() => false);
  expect(await stored()).toHaveLength(before);
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId, isDeleted } of registrations) if (!isDeleted) resolve(registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const which = { origin: versions.url, registrationId: await registered, tag: 'send-waiting', lastChance: false };
  await devtools.send('ServiceWorker.dispatchSyncEvent', which);
  await waitUntil('the ticket to be stored', async () => (await stored()).length === before + 1);
});

test('photos shared by another app wait for whoever signs in, then fill the draft, and the next one', async () => {
  await context.clearCookies();
  const photos = await Promise.all(Array.from({ length: uploadLimits.imagesPerTicket + 1 }, () => blankPhoto()));
  await page.goto('/join/nobody');
  await page.evaluate(`document.body.innerHTML =
    '<form method="post" action="/capture/share" enctype="multipart/form-data"><input type="file" name="photos" multiple><button>Share</button></form>'`);
  await page.locator('input[name=photos]').setInputFiles(photos);
  await page.locator('form button').tap();
  // The member who was here before finds them at once; it is told to sign in, here or on the page for that.
  await page.waitForURL(/sign-in|handed-in=21/);
  await signIn();
  // In the middle of it all the page is loaded again: none is lost, none comes twice.
  await page.goto('/capture');
  await page.getByText('This ticket: 20 photos').waitFor();
  await waitUntil('all but one to be in the draft', async () => (await countHandedIn()) === 1);
  await page.getByRole('button', { name: 'Send ticket' }).tap();
  await page.getByText('This ticket: 1 photo').waitFor();
  await waitUntil('the last one to be in a draft', async () => (await countHandedIn()) === 0);
  await page.reload();
  await page.getByText('This ticket: 1 photo').waitFor();
});

test('browsers find it fit to be installed', async () => {
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(data).toContain('share_target');
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Every browser of a test is a private window, which is all that is in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('promises TP-1 and TP-3: nothing was asked of a foreign host, and nothing that is private was cached', async () => {
  expect([...new Set(asked.map((url) => new URL(url).origin))].filter((origin) => origin !== 'null')).toEqual([
    versions.url,
  ]);
  const cached = await everythingCached();
  expect(
    cached.filter(
      (path) =>
        !/^\/(assets\/|capture\.html$|favicon\.svg$|icon-\d+\.png$|manifest\.webmanifest$|running-version$)/.test(path),
    ),
  ).toEqual([]);
  // Of four versions the one that runs and the one before: a tab that began with that one goes on with it.
  expect(cached.filter((path) => path === '/capture.html')).toHaveLength(2);
});

test('the server can take the worker off a phone; what is kept stays', async () => {
  versions.switchOff();
  await lookForUpdate();
  // Not by looking into the cache meanwhile: Chromium never answers who asks a cache that is being deleted.
  await waitUntil('the worker to be gone', () =>
    page.evaluate<boolean>('navigator.serviceWorker.getRegistration().then((found) => found === undefined)'),
  );
  expect(await everythingCached()).toEqual([]);
  await page.goto('/capture');
  await page.getByText('This ticket: 1 photo').waitFor();
  expect(await hasWorker()).toBe(false);
});

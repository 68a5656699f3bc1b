import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { ticketPageSchema } from '@ticket-pros/contracts/ticket';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { type OpenPhone, openPhone } from './open-phone.ts';
import { type OpenProduct, openProduct } from './open-product.ts';

let product: OpenProduct;
let profile: string;
let phone: OpenPhone;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  profile = await mkdtemp(join(tmpdir(), 'ticket-pros-phone-'));
  await switchOn();
}, 180_000);
afterAll(async () => {
  await phone?.context.close();
  await product?.close();
  await rm(profile, { recursive: true, force: true });
}, 60_000);

/** Starts the browser, and signs in: one that was killed may have lost the session, which is not ours to keep. */
async function switchOn(): Promise<void> {
  phone = await openPhone(profile, product.url);
  page = phone.context.pages()[0] ?? (await phone.context.newPage());
  const email = demoAccount.members.find(({ role }) => role === 'crew')?.email;
  await page.request.post('/v1/auth/sign-in/email', { data: { email, password: product.demoPassword } });
}

/** Small enough to be read in no time, and unlike any other. */
async function smallPhoto() {
  const noise = { type: 'gaussian', mean: 190, sigma: 20 } as const;
  const image = sharp({ create: { width: 96, height: 96, channels: 3, background: 'white', noise } });
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() };
}

const stored = async () =>
  ticketPageSchema.parse(await (await page.request.get('/v1/tickets?limit=100')).json()).tickets.length;
const untilCounted = (on: Page, photographed: number, kept: number) =>
  on.getByText(`${photographed} photographed, ${kept} stored`).first().waitFor();

async function photograph(count: number, before: number, keptBefore: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    await page.locator('input[type=file][multiple]').setInputFiles(await smallPhoto());
    await page.getByText('This ticket: 1 photo').waitFor();
    await page.getByRole('button', { name: 'Send ticket' }).click();
    // Handed over, on disk: a draft counts as photographed too.
    await page.getByText('This ticket: 1 photo').waitFor({ state: 'detached' });
    await untilCounted(page, before + at, keptBefore);
  }
}

test('20 tickets taken without signal survive the death of the browser, and two tabs store each of them once', async () => {
  await page.goto('/capture');
  await untilCounted(page, 0, 0);
  await phone.context.setOffline(true);
  await photograph(20, 0, 0);
  await phone.kill();
  await switchOn();
  const other = await phone.context.newPage();
  await Promise.all([page, other].map((tab) => tab.goto('/capture')));
  await Promise.all([page, other].map((tab) => untilCounted(tab, 20, 20)));
  expect(await stored()).toBe(20);
  await other.close();
}, 120_000);

test('what a page of version 1 had kept is moved and sent', async () => {
  const memberId: string = (await (await page.request.get('/v1/me')).json()).member.id;
  const photos = await Promise.all(
    Array.from({ length: 6 }, async () => (await smallPhoto()).buffer.toString('base64')),
  );
  // A page of the same site that has nothing to do with the outbox.
  await page.goto('/v1/openapi.json');
  await page.evaluate(keepAsVersion1(memberId, photos));
  await page.goto('/capture');
  await untilCounted(page, 3, 3);
  expect(await stored()).toBe(23);
}, 120_000);

test('tickets wait while the session is over, and go after signing in again', async () => {
  await phone.context.setOffline(true);
  await photograph(3, 3, 3);
  await phone.context.clearCookies();
  await phone.context.setOffline(false);
  await page.getByRole('alert').getByText('Sign in again to send your tickets.').waitFor();
  await untilCounted(page, 6, 3);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Crew/ }).click();
  await untilCounted(page, 6, 6);
  expect(await stored()).toBe(26);
}, 120_000);

/** Runs in the page: the database as its first version made it, full of blobs, two photos a ticket. In the browser's own words. */
function keepAsVersion1(memberId: string, photos: readonly string[]): string {
  return `(async (memberId, photos) => {
    const tickets = [];
    for (let at = 0; at < photos.length; at += 2) {
      const pages = [];
      for (const encoded of photos.slice(at, at + 2)) {
        const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
        pages.push({ id: crypto.randomUUID(), blob: new Blob([bytes], { type: 'image/jpeg' }), sha256 });
      }
      const rest = { createdAt: Date.now(), status: 'waiting', attempts: 1, nextTryAt: 0, refusal: null };
      tickets.push({ uploadId: crypto.randomUUID(), memberId, photos: pages, ...rest });
    }
    indexedDB.deleteDatabase('ticket-pros-outbox');
    const request = indexedDB.open('ticket-pros-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('tickets', { keyPath: 'uploadId' });
    await new Promise((resolve) => (request.onsuccess = resolve));
    const transaction = request.result.transaction('tickets', 'readwrite');
    for (const ticket of tickets) transaction.objectStore('tickets').put(ticket);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    request.result.close();
  })(${JSON.stringify(memberId)}, ${JSON.stringify(photos)})`;
}

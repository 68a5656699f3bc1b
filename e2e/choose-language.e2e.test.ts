import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { type OpenProduct, openProduct } from './open-product.ts';

let product: OpenProduct;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
}, 120_000);
afterEach(async () => {
  await page?.context().close();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** Once the server was told this choice. */
const untilSaved = (language: 'en' | 'es') =>
  page.waitForResponse((response) => {
    const request = response.request();
    return request.method() === 'PATCH' && response.ok() && request.postData() === JSON.stringify({ language });
  });
const pageLanguage = () => page.locator('html').getAttribute('lang');

test('the door speaks the language of the browser, and then the one that was chosen there', async () => {
  page = await product.open(null, 'phone', 'light', 'es-MX');
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  expect(await pageLanguage()).toBe('es');
  await page.getByRole('button', { name: 'English' }).tap();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await pageLanguage()).toBe('en');
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a driver chooses Spanish on the phone, and finds it on every other device', async () => {
  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  const saved = untilSaved('es');
  await page.getByRole('button', { name: 'Español' }).tap();
  await page.getByRole('heading', { name: 'Mis tickets' }).waitFor();
  expect(await pageLanguage()).toBe('es');
  await saved;
  await page.context().close();

  page = await product.open('crew', 'desk');
  await page.goto('/tickets');
  await page.getByRole('heading', { name: 'Todavía no hay tickets' }).waitFor();
  expect(await pageLanguage()).toBe('es');
  expect(await page.title()).toBe('Tickets – Ticket Pros');
});

test('the office changes its language in the account menu, without losing the page', async () => {
  page = await product.open('office', 'desk');
  await page.goto('/tickets?state=approved');
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await page.getByRole('button', { name: 'Exportar' }).waitFor();
  expect(page.url()).toContain('/tickets?state=approved');
  await page.reload();
  await page.getByRole('button', { name: /Sesión de/ }).click();
  const saved = untilSaved('en');
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Export' }).waitFor();
  await saved;
});

test('without a signal the phone speaks both languages, and the choice is told later', async () => {
  page = await product.open('office', 'phone');
  await page.goto('/capture');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  await page.waitForLoadState('load');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Español' }).tap();
  await page.getByRole('heading', { name: 'Mis tickets' }).waitFor();
  expect(await pageLanguage()).toBe('es');
  await page.context().setOffline(false);
  const told = untilSaved('es');
  await page.reload();
  await page.getByRole('heading', { name: 'Mis tickets' }).waitFor();
  await told;
});

test('a choice that could not be told stands in the office too, from page to page', async () => {
  page = await product.open('owner', 'desk');
  await page.route('**/v1/me', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.fallback()));
  await page.goto('/tickets');
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await page.getByRole('button', { name: 'Exportar' }).waitFor();
  await page.unroute('**/v1/me');
  const saved = untilSaved('es');
  await page.reload();
  await page.getByRole('button', { name: 'Exportar' }).waitFor();
  await saved;
  await page.getByRole('link', { name: /^Revisar/ }).click();
  await page.getByRole('heading', { name: 'Nada por revisar' }).waitFor();
  expect(await pageLanguage()).toBe('es');
});

test('what the server refuses is told in Spanish, also where it was refused in English', async () => {
  page = await product.open('owner', 'phone', 'light', 'es-MX');
  await page.goto('/capture');
  await page.getByRole('heading', { name: 'Mis tickets' }).waitFor();
  // Too small to be read: the server says so.
  const buffer = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
  await page.locator('input[type=file][capture]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('Este ticket: 1 foto').waitFor();
  await page.getByRole('button', { name: 'Enviar ticket' }).tap();
  await page.getByText('La foto es demasiado pequeña para leerla. Tómala otra vez, más cerca.').waitFor();
  const saved = untilSaved('en');
  await page.getByRole('button', { name: 'English' }).tap();
  await saved;
  await page.getByText('The photo is too small to read. Take it again, closer. It has 40 × 40 pixels.').waitFor();
});

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { nextTicketSchema } from '@ticket-pros/contracts/review';
import { type OpenProduct, openProduct, type Screen } from './open-product.ts';
import { sendPhoto } from './send-photo.ts';

let product: OpenProduct;
let ticketId = '';

beforeAll(async () => {
  product = await openProduct();
  const crew = await product.open('crew', 'phone');
  await sendPhoto(crew, 'time-and-material-01');
  await crew.context().close();
  const page = await product.open('office', 'desk');
  while (ticketId === '') {
    await page.waitForTimeout(200);
    ticketId = nextTicketSchema.parse(await (await page.request.get('/v1/review/next')).json()).ticketId ?? '';
  }
  await page.context().close();
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

type Visit = { name: string; role: MemberRole | null; path: () => string; landmark: string };
const visits: Visit[] = [
  { name: 'sign-in', role: null, path: () => '/sign-in', landmark: 'h1' },
  { name: 'sign-up', role: null, path: () => '/sign-up', landmark: 'input[type=checkbox]' },
  { name: 'forgotten password', role: null, path: () => '/forgot-password', landmark: 'input' },
  { name: 'new password', role: null, path: () => `/reset-password#${'x'.repeat(30)}`, landmark: 'input' },
  { name: 'confirm', role: null, path: () => `/confirm#${'x'.repeat(30)}`, landmark: 'h1' },
  { name: 'second factor', role: 'office', path: () => '/second-factor', landmark: 'input' },
  { name: 'my account', role: 'office', path: () => '/my-account', landmark: '#sessions li' },
  { name: 'list', role: 'office', path: () => '/tickets', landmark: '[data-ticket-link]' },
  { name: 'review', role: 'office', path: () => `/review/${ticketId}`, landmark: '#field-date' },
  { name: 'capture', role: 'crew', path: () => '/capture', landmark: 'input[type=file]' },
];
// Each screen and each colour scheme once a page; ALL_LOOKS=1 takes every combination.
const everyLook: [Screen, 'light' | 'dark'][] = [
  ['phone', 'light'],
  ['desk', 'dark'],
  ['phone', 'dark'],
  ['desk', 'light'],
];
const looks = process.env.ALL_LOOKS === undefined ? everyLook.slice(0, 2) : everyLook;
const cases = visits.flatMap((visit) =>
  looks.map(([screen, scheme]): [string, Screen, 'light' | 'dark', Visit] => [visit.name, screen, scheme, visit]),
);

test.each(cases)('%s on the %s, %s: everybody can use it', async (_name, screen, scheme, visit) => {
  const page = await product.open(visit.role, screen, scheme);
  await page.goto(visit.path());
  await page.locator(visit.landmark).first().waitFor({ state: 'attached' });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
  // Nothing is wider than the screen.
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    0,
  );
  await page.context().close();
});

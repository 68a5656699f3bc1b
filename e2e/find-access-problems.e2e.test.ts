import { afterAll, beforeAll, test } from '@jest/globals';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { nextTicketSchema } from '@ticket-pros/contracts/review';
import { isLookedAt, looks } from './choose-looks.ts';
import { expectUsable } from './expect-usable.ts';
import { type OpenProduct, openProduct } from './open-product.ts';
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
const cases = visits.flatMap((visit, place) =>
  looks.filter((look) => isLookedAt(look, place)).map((look) => ({ ...visit, look })),
);

test.each(cases)(
  '$name on the $look.screen, $look.scheme: everybody can use it',
  async ({ name, role, path, landmark, look }) => {
    const page = await product.open(role, look.screen, look.scheme, look.locale);
    await page.goto(path());
    await page.locator(landmark).first().waitFor({ state: 'attached' });
    await expectUsable(page, name);
    await page.context().close();
  },
);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { devMailListSchema, devMailSchema } from '@ticket-pros/contracts/dev-mail';
import type { Page } from 'playwright-core';
import { looks } from './choose-looks.ts';
import { expectUsable } from './expect-usable.ts';
import { type OpenProduct, openProduct } from './open-product.ts';

let product: OpenProduct;
const email = demoAccount.members.find(({ role }) => role === 'office')?.email ?? '';

beforeAll(async () => {
  product = await openProduct();
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** Opens the mail about a new password, once it is there. */
async function openMail(page: Page): Promise<void> {
  await page.goto('/dev/inbox');
  await page.getByRole('link', { name: /Set a new password/ }).click();
  await page.frameLocator('iframe').getByRole('heading', { name: 'Set a new password' }).waitFor();
}

test('a mail that somebody asked for appears by itself, and its link leads on in the same tab', async () => {
  const page = await product.open(null, 'desk');
  await page.goto('/dev/inbox');
  await page.getByRole('heading', { name: 'No mails yet' }).waitFor();
  const asked = await page.request.post('/v1/auth/request-password-reset', { data: { email } });
  expect(asked.status()).toBe(200);
  await page.getByRole('link', { name: new RegExp(email) }).click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Choose a new password' }).click();
  await page.waitForURL('**/reset-password#*');
  expect(page.context().pages()).toHaveLength(1);
  await page.goBack();

  await page.getByText('As text').click();
  const link = page.locator('pre').getByRole('link').first();
  expect(new URL((await link.getAttribute('href')) ?? '').pathname).toBe('/reset-password');
  await page.context().close();
}, 120_000);

test.each(looks)('on the $screen, $scheme: everybody can read the page, and the mail', async (look) => {
  const page = await product.open(null, look.screen, look.scheme);
  const { mails } = devMailListSchema.parse(await (await page.request.get('/v1/dev/mails')).json());
  await page.goto(`/dev/inbox?as=text&mail=${mails[0]?.id}`);
  await page.locator('pre').waitFor();
  await expectUsable(page, 'the inbox');

  // By itself, as mail programs show it: in the inbox no script may look into it.
  const mail = devMailSchema.parse(await (await page.request.get(`/v1/dev/mails/${mails[0]?.id}`)).json());
  await page.goto('about:blank');
  await page.setContent(mail.html);
  await expectUsable(page, 'the mail');
  await page.context().close();
});

test('a mail runs nothing and reaches nothing', async () => {
  const page = await product.open(null, 'desk');
  await openMail(page);
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-top-navigation-by-user-activation');
  await page.context().close();
});

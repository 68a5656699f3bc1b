import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { accountDetailSchema } from '@ticket-pros/contracts/account';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { meSchema } from '@ticket-pros/contracts/member';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct } from './open-product.ts';
import { linkIn, readMail } from './read-mail.ts';

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

const password = 'gravel lantern mule';

async function fillIn({ company, name, email }: { company: string; name: string; email: string }): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Company', { exact: true }).fill(company);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}
const send = () => page.getByRole('button', { name: 'Open the account' }).click();

test('promise TP-6: from the sign-up page to the first page of an account, by the promise of business use and a mail', async () => {
  page = await product.open(null, 'desk');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Open an account' }).click();
  await send();
  await page.getByRole('alert').getByText('Enter your company and your name.').waitFor();

  await fillIn({ company: 'Ridgeline Aggregates', name: 'Nora Quist', email: 'nora@ridgeline.test' });
  await page.getByText('Strong.').waitFor();
  await send();
  await page.getByRole('alert').getByText('Tick the promise').waitFor();
  await page.getByRole('checkbox', { name: /business use only/ }).check();
  await send();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();

  const mail = await readMail(page, { to: 'nora@ridgeline.test', subject: /Confirm your e-mail/ });
  await page.goto(linkIn(mail, '/confirm'));
  const confirm = page.getByRole('button', { name: 'Yes, let me in' });
  await confirm.waitFor();
  // Programs that check mails open their links: by that alone nothing has happened.
  expect((await page.request.get('/v1/me')).status()).toBe(401);
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await confirm.click();
  await page.waitForURL('**/tickets');
  await page.getByText('No tickets yet').first().waitFor();

  const me = meSchema.parse(await (await page.request.get('/v1/me')).json());
  expect(me).toMatchObject({
    email: 'nora@ridgeline.test',
    member: { name: 'Nora Quist', role: 'owner' },
    account: { name: 'Ridgeline Aggregates' },
  });
  const account = accountDetailSchema.parse(await (await page.request.get('/v1/account')).json());
  expect(account.businessUseAttestedAt).not.toBeNull();

  await page.goto('/sign-in');
  await page.goto(linkIn(mail, '/confirm'));
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await confirm.click();
  await page.getByText('This link is over.').waitFor();
}, 180_000);

test('signing up with an address that has a sign-in looks the same; only its mail tells', async () => {
  const email = demoAccount.members.find(({ role }) => role === 'office')?.email ?? '';
  page = await product.open(null, 'phone');
  await fillIn({ company: 'Somebody Else', name: 'Frank', email });
  await page.getByRole('checkbox', { name: /business use only/ }).check();
  await send();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await readMail(page, { to: email, subject: /already have a sign-in/ });
}, 180_000);

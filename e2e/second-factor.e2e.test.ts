import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Page } from 'playwright-core';
import { type OpenProduct, openProduct } from './open-product.ts';
import { totpCode } from './totp-code.ts';

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

const emailOf = (role: MemberRole) => demoAccount.members.find((member) => member.role === role)?.email ?? '';

async function typePassword(role: MemberRole): Promise<void> {
  await page.getByLabel('E-mail or sign-in name').fill(emailOf(role));
  await page.getByLabel('Password', { exact: true }).fill(product.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(): Promise<void> {
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
}

/** From the first button to the recovery codes; gives the app's secret and the codes. */
async function setUp(): Promise<{ secret: string; codes: string[] }> {
  await page.getByLabel('Your password now', { exact: true }).fill(product.demoPassword);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('img', { name: 'Picture for your authenticator app' }).waitFor();
  const secret = await page
    .locator('code')
    .filter({ hasText: /^([A-Z2-7]{1,4} ?)+$/ })
    .textContent();
  await page.getByLabel('Code of your app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('alert').getByText('The code is wrong').waitFor();
  await page.getByLabel('Code of your app').fill(totpCode(secret ?? '', -1));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const list = page.getByRole('list', { name: 'Recovery codes' });
  await list.waitFor();
  return { secret: secret ?? '', codes: await list.getByRole('listitem').allInnerTexts() };
}

test('promise TP-20: with the second factor on, a password alone opens nothing; a code of the app or of the paper does', async () => {
  page = await product.open('office', 'desk');
  await page.goto('/tickets');
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Set it up' }).click();
  const { secret, codes } = await setUp();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect((await download).suggestedFilename()).toBe('ticket-pros-recovery-codes.txt');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('It is on.').waitFor();
  await signOut();

  await typePassword('office');
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect((await page.request.get('/v1/me')).status()).toBe(401);
  await page.getByLabel('Code of your app').fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('The code is wrong').waitFor();
  await page.getByLabel('Code of your app').fill(totpCode(secret));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/tickets');
  await signOut();

  await typePassword('office');
  await page.getByRole('button', { name: /Use a recovery code/ }).click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/tickets');
}, 180_000);

test('a passkey is made, signs in by itself and with one press, and is removed', async () => {
  page = await product.open(null, 'phone');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // Passkeys belong to the product's own name.
  await page.goto(`${product.publicUrl}/sign-in?goTo=/my-account`);
  await typePassword('crew');
  await page.waitForURL(`${product.publicUrl}/my-account`);
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByLabel('Name of the passkey').fill('Truck phone');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByText('Truck phone').waitFor();

  // The browser offers the passkey by itself, and this one's person takes whatever is offered.
  const bePresent = (enabled: boolean) =>
    devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  await bePresent(false);
  await signOut();
  await page.goto('about:blank');
  await bePresent(true);
  await page.goto(`${product.publicUrl}/sign-in?goTo=/my-account`);
  await page.waitForURL(`${product.publicUrl}/my-account`);

  // A browser that offers nothing by itself: the button is left.
  await bePresent(false);
  await signOut();
  await page.goto('about:blank');
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false');
  await bePresent(true);
  await page.goto(`${product.publicUrl}/sign-in?goTo=/my-account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${product.publicUrl}/my-account`);
  await page.getByText('Truck phone').waitFor();
  await page.getByRole('button', { name: 'Remove Truck phone' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('Truck phone').waitFor({ state: 'detached' });
}, 180_000);

test('where the company asks for a second factor, its pages lead to it, and from there on', async () => {
  // An owner who asks for it has to have one.
  page = await product.open('owner', 'desk');
  const ask = (secondFactor: string) => page.request.patch('/v1/account', { data: { secondFactor } });
  expect(await (await ask('everybody')).json()).toMatchObject({ code: 'second_factor_needed' });
  await page.goto('/second-factor?goTo=/my-account');
  await page.getByText('Set up your own first').waitFor();
  await setUp();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL(`${product.url}/my-account`);
  await page.getByText('It is on.').waitFor();
  expect((await ask('everybody')).status()).toBe(200);
  await page.context().close();

  page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.waitForURL('**/second-factor?goTo=/capture');
  await page.getByText('Mesa Verde Hauling asks for it').waitFor();
  expect((await page.request.get('/v1/tickets')).status()).toBe(403);
  await setUp();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/capture');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  expect((await page.request.get('/v1/tickets')).status()).toBe(200);
}, 180_000);

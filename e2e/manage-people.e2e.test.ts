import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { memberPageSchema } from '@ticket-pros/contracts/member';
import type { Page } from 'playwright-core';
import { isLookedAt, looks } from './choose-looks.ts';
import { expectUsable } from './expect-usable.ts';
import { type OpenProduct, openProduct } from './open-product.ts';

let product: OpenProduct;

beforeAll(async () => {
  product = await openProduct();
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** The people's page of an owner at the desk, loaded. */
async function openPeople(address = '/people'): Promise<Page> {
  const page = await product.open('owner', 'desk');
  await page.goto(address);
  await page.getByRole('treeitem').first().waitFor();
  return page;
}

const line = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
const focusedLine = (page: Page) => page.evaluate<string>('document.activeElement.querySelector("b")?.textContent');

async function openMember(page: Page, name: string): Promise<void> {
  await line(page, name).click();
  await page.getByRole('heading', { name, level: 2 }).waitFor();
}

/** Types a name into the field that is focused and takes the first that is found. */
async function pick(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

async function membersSeenBy(page: Page): Promise<string[]> {
  const response = await page.request.get('/v1/members');
  return memberPageSchema.parse(await response.json()).members.map(({ name }) => name);
}

test('the tree is walked by keys alone', async () => {
  const page = await openPeople();
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  expect(await focusedLine(page)).toBe('Mesa Verde Hauling');
  await page.keyboard.press('ArrowRight');
  expect(await focusedLine(page)).toBe('Carlos Crew');
  await page.keyboard.type('pet');
  expect(await focusedLine(page)).toBe('Pete Contractor');

  const pete = line(page, 'Pete Contractor');
  await page.keyboard.press('ArrowRight');
  expect(await focusedLine(page)).toBe('Ana Driver');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await pete.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('End');
  expect(await focusedLine(page)).toBe('Pete Contractor');
  await page.keyboard.press('ArrowRight');
  expect(await pete.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focusedLine(page)).toBe('Luis Driver');
  await page.keyboard.press('Home');
  expect(await focusedLine(page)).toBe('Mesa Verde Hauling');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Carlos Crew', level: 2 });
  await heading.waitFor();
  expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H2');
  await page.keyboard.press('Escape');
  await heading.waitFor({ state: 'detached' });
  expect(await focusedLine(page)).toBe('Carlos Crew');
  await page.context().close();
});

test('an owner finds people by name and by how they sign in, and sees where they stand', async () => {
  const page = await openPeople();
  await page.getByRole('searchbox').fill('luis@demo');
  await line(page, 'Luis Driver').getByText('Pete Contractor').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(1);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /^Office/ }).click();
  await line(page, 'Frank Office').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(1);
  await page.context().close();
});

test('an owner moves a contractor with its drivers, and what people see changes with it', async () => {
  const page = await openPeople();
  const carlos = await product.open('crew', 'phone');
  expect(await membersSeenBy(carlos)).toEqual(['Carlos Crew']);
  await line(page, 'Carlos Crew').getByText('sees own', { exact: true }).waitFor();

  await openMember(page, 'Pete Contractor');
  await page.getByRole('button', { name: 'Move…' }).click();
  // Below itself it can not go, and the reason is there to read.
  await page.keyboard.type('Ana');
  const impossible = page.getByRole('option', { name: /^Ana Driver/ });
  await impossible.getByText('a circle is not possible').waitFor();
  expect(await impossible.getAttribute('data-combobox-disabled')).toBe('true');
  // The first Escape closes the list, the second one the dialog; what opened it has the focus again.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction('document.activeElement.textContent === "Move…"');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Reports to' }).fill('');
  await pick(page, 'Carlos');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 members below come along.').waitFor();
  await dialog.getByText('Will see these tickets: Carlos Crew.').waitFor();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();

  await line(page, 'Carlos Crew').getByText('sees own and 3 below').waitFor();
  expect(await line(page, 'Pete Contractor').getAttribute('aria-level')).toBe('3');
  await page.getByText('Carlos Crew, all who see the account').waitFor();
  expect(await membersSeenBy(carlos)).toEqual(['Ana Driver', 'Carlos Crew', 'Luis Driver', 'Pete Contractor']);
  await carlos.goto('/people');
  await line(carlos, 'Carlos Crew').getByText('sees own and 3 below').waitFor();
  await carlos.context().close();
  await page.context().close();
});

test('an owner renames a member and gives it one more branch; the last owner stays one', async () => {
  const page = await openPeople('/people?search=Luis');
  await openMember(page, 'Luis Driver');
  await page.getByRole('textbox', { name: 'Name' }).fill('Luis Lopez');
  await page.getByRole('radio', { name: 'Own branch and another one' }).check();
  await page.getByRole('combobox', { name: 'Whose branch besides' }).click();
  await pick(page, 'Frank');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Luis Lopez was saved.').waitFor();
  await line(page, 'Luis Lopez').getByText('sees own and Frank Office’s branch').waitFor();
  await page.waitForFunction('document.activeElement.textContent === "Save"');

  await page.goto('/people?search=Olivia');
  await openMember(page, 'Olivia Ortega');
  await page.getByRole('radio', { name: 'Office' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('An account keeps at least one owner.').waitFor();
  await page.context().close();
});

test('an owner sees as a member, marked on every page, until it stops', async () => {
  const page = await openPeople('/people?search=Ana');
  await openMember(page, 'Ana Driver');
  await page.getByRole('button', { name: 'See as Ana Driver' }).click();
  const banner = page.getByText('You see as Ana Driver. Nothing can be changed.');
  await banner.waitFor();
  expect(await membersSeenBy(page)).toEqual(['Ana Driver']);
  await page.goto('/people');
  await banner.waitFor();
  await line(page, 'Ana Driver').waitFor();
  expect(await page.getByRole('link', { name: 'Invite' }).count()).toBe(0);
  await page.goto('/capture');
  await banner.waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'See as Ana Driver' }).waitFor();
  expect(await banner.count()).toBe(0);
  await page.context().close();
});

test('a link to join is shown as a QR code, and revoked', async () => {
  const page = await product.open('crew', 'phone');
  await page.goto('/capture');
  await page.getByRole('link', { name: 'Invite a driver' }).click();
  await page.getByRole('button', { name: 'Show the QR code' }).click();
  await page
    .getByRole('img', { name: /^QR code of the invitation/ })
    .locator('path')
    .waitFor();
  const link = await page.getByText('/join#').textContent();
  const token = link?.split('#')[1];
  const look = () => page.request.post('/v1/join/look', { data: { token } });
  expect((await look()).status()).toBe(200);

  await page.goto('/people/invitations');
  await page.getByText('Crew, reports to Carlos Crew').waitFor();
  await page.getByRole('button', { name: 'Revoke: Link or QR code' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('No open invitations').waitFor();
  expect((await look()).status()).toBe(410);
  await page.context().close();
});

test('a list of people is checked line by line, mended and invited', async () => {
  const page = await product.open('owner', 'desk');
  await page.goto('/people/add?way=many');
  const rows = page.getByLabel('Or paste the rows here');
  await rows.fill('name\temail\trole\treports_to\nDora Diaz\tdora@many.example\tcrew\tFrank Office\n\tnobody\tboss\t');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText('1 of 2 rows has to be mended').waitFor();
  const problem = page.getByRole('rowgroup').filter({ hasText: 'This is not an e-mail address.' });
  expect(await problem.getByRole('cell').first().textContent()).toBe('3');
  await page.getByLabel('Only rows to mend').check();
  expect(await page.getByText('dora@many.example', { exact: true }).count()).toBe(0);

  await rows.fill(
    'name,email,role,reports_to\nDora Diaz,dora@many.example,crew,Frank Office\nEd Ek,ed@many.example,office,',
  );
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Invite 2 people' }).click();
  await page.getByText('2 people were invited').waitFor();
  await page.getByRole('link', { name: 'Invitations' }).click();
  await page.getByText('dora@many.example').waitFor();
  await page.getByText('Crew, reports to Frank Office').waitFor();
  await page.context().close();
});

test('a member without e-mail is added, gets a new password, and is out at once when deactivated', async () => {
  const page = await openPeople();
  await page.getByRole('link', { name: 'Add people' }).click();
  await page.getByRole('link', { name: 'Without e-mail' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Nadal');
  await page.getByRole('button', { name: 'Add and show the password' }).click();
  await page.getByRole('heading', { name: 'Nora Nadal was added' }).waitFor();
  const given = async () => {
    const words = await page.locator('dd[translate=no]').allTextContents();
    return { username: words[0] ?? '', password: words[1] ?? '' };
  };
  const first = await given();
  expect(first.username).toMatch(/^nora-nadal\.[a-z]+\d+$/);

  const phone = await product.open(null, 'phone');
  const signIn = (data: object) => phone.request.post('/v1/auth/sign-in/username', { data });
  expect((await signIn(first)).status()).toBe(200);

  await page.goto('/people?search=nora-nadal');
  await openMember(page, 'Nora Nadal');
  await page.getByRole('button', { name: 'New password…' }).click();
  await page.getByRole('button', { name: 'Make a new password' }).click();
  await page.getByText('Shown only now').waitFor();
  const second = await given();
  await page.getByRole('button', { name: 'I have it' }).click();
  expect((await phone.request.get('/v1/me')).status()).toBe(401);
  expect((await signIn(first)).ok()).toBe(false);
  expect((await signIn(second)).status()).toBe(200);

  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await page.getByText('Nora Nadal is deactivated.').waitFor();
  expect((await phone.request.get('/v1/me')).status()).toBe(401);
  await phone.context().close();
  await page.context().close();
});

const visits = [
  { path: '/people', landmark: '[role=treeitem]' },
  { path: '/people/add', landmark: 'form' },
  { path: '/people/add?way=email', landmark: 'form' },
  { path: '/people/add?way=name', landmark: 'form' },
  { path: '/people/add?way=many', landmark: 'form' },
  { path: '/people/invitations', landmark: 'li b' },
];

test.each(looks)(
  'on the $screen, $scheme, $locale: everybody can use the pages about people',
  async (look) => {
    const page = await product.open('owner', look.screen, look.scheme, look.locale);
    for (const [place, { path, landmark }] of visits.entries()) {
      if (!isLookedAt(look, place)) continue;
      await page.goto(path);
      await page.locator(landmark).first().waitFor();
      await expectUsable(page, path);
    }
    await page.goto('/people?search=Ana');
    await page.getByRole('treeitem').first().click();
    await page.locator('aside form').waitFor();
    if (isLookedAt(look, 0)) await expectUsable(page, 'a member');
    if (isLookedAt(look, 1)) {
      await page.locator('aside button', { hasText: /^(Move|Mover)…$/ }).click();
      await page.keyboard.type('Car');
      await page.getByRole('option').first().waitFor();
      await page.getByRole('option').filter({ hasNotText: /car/i }).first().waitFor({ state: 'detached' });
      await expectUsable(page, 'the move dialog');
    }
    await page.context().close();
  },
  240_000,
);

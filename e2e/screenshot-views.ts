import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { nextTicketSchema } from '@ticket-pros/contracts/review';
import type { Page } from 'playwright-core';
import { samplePhoto } from './open-product.ts';

/** A page in one of its states. `role` is who looks at it, null nobody who signed in. */
export type View = { name: string; role: MemberRole | null; show: (page: Page) => Promise<void> };

async function openNextTicket(page: Page): Promise<void> {
  const next = nextTicketSchema.parse(await (await page.request.get('/v1/review/next')).json());
  await page.goto(`/review/${next.ticketId}`);
  await page.locator('#field-date').waitFor();
}

/** Every page of a started product, in the states that can be brought about without changing a ticket. */
export const screenshotViews: View[] = [
  { name: 'sign-in', role: null, show: async (page) => void (await page.goto('/')) },
  { name: 'tickets', role: 'office', show: async (page) => void (await page.goto('/tickets')) },
  {
    name: 'tickets-none',
    role: 'office',
    show: async (page) => void (await page.goto('/tickets?search=nothing+like+this')),
  },
  { name: 'review', role: 'office', show: openNextTicket },
  {
    name: 'review-focus',
    role: 'office',
    show: async (page) => {
      await openNextTicket(page);
      await page.locator('#field-date').focus();
    },
  },
  {
    name: 'review-table',
    role: 'office',
    show: async (page) => {
      await openNextTicket(page);
      await page.locator('[id^="field-line_items"]').first().focus();
    },
  },
  {
    name: 'review-keys',
    role: 'office',
    show: async (page) => {
      await openNextTicket(page);
      await page.locator('body').press('?');
    },
  },
  {
    name: 'review-reject',
    role: 'office',
    show: async (page) => {
      await openNextTicket(page);
      await page.locator('body').press('r');
    },
  },
  { name: 'capture', role: 'crew', show: async (page) => void (await page.goto('/capture')) },
  {
    name: 'capture-draft',
    role: 'crew',
    show: async (page) => {
      await page.goto('/capture');
      await page.locator('input[type=file][multiple]').setInputFiles(await samplePhoto('hot-shot-01'));
    },
  },
  {
    name: 'capture-offline',
    role: 'crew',
    show: async (page) => {
      await page.goto('/capture');
      await page.locator('input[type=file][multiple]').setInputFiles(await samplePhoto('hot-shot-01'));
      await page.getByText('This ticket: 1 photo').waitFor();
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Send ticket' }).click();
    },
  },
  { name: 'tickets-crew', role: 'crew', show: async (page) => void (await page.goto('/tickets')) },
  { name: 'reference', role: 'office', show: async (page) => void (await page.goto('/v1/reference')) },
  {
    name: 'sign-in-wrong',
    role: null,
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').getByText('Enter').waitFor();
    },
  },
  { name: 'not-found', role: 'office', show: async (page) => void (await page.goto('/nowhere')) },
  {
    name: 'tickets-filters',
    role: 'office',
    show: async (page) => {
      await page.goto('/tickets');
      await page.getByRole('button', { name: 'Filters' }).click();
    },
  },
  {
    name: 'tickets-export',
    role: 'office',
    show: async (page) => {
      await page.goto('/tickets');
      await page.getByRole('button', { name: 'Export' }).click();
    },
  },
  {
    name: 'tickets-account',
    role: 'office',
    show: async (page) => {
      await page.goto('/tickets');
      await page.getByRole('button', { name: /Signed in as/ }).click();
    },
  },
  {
    name: 'tickets-loading',
    role: 'office',
    show: async (page) => {
      await page.route(/\/v1\/tickets\?/, () => {});
      await page.goto('/tickets');
    },
  },
  {
    name: 'tickets-failed',
    role: 'office',
    show: async (page) => {
      await page.route(/\/v1\/tickets\?/, (route) => route.fulfill({ status: 500, body: '' }));
      await page.goto('/tickets');
      await page.getByText('The list could not be loaded').waitFor();
    },
  },
  {
    name: 'tickets-offline',
    role: 'office',
    show: async (page) => {
      await page.goto('/tickets');
      await page.locator('[data-ticket-link]').first().waitFor();
      await page.context().setOffline(true);
    },
  },
  {
    name: 'review-unknown',
    role: 'office',
    show: async (page) => void (await page.goto('/review/00000000-0000-4000-8000-000000000000')),
  },
  {
    name: 'review-invalid',
    role: 'office',
    show: async (page) => {
      await openNextTicket(page);
      await page.locator('#field-date').fill('someday');
      await page.keyboard.press('Enter');
      await page.getByText('is not a date').waitFor();
    },
  },
  {
    name: 'review-conflict',
    role: 'office',
    show: async (page) => {
      const conflict = { title: 'Somebody else changed this ticket meanwhile.', status: 409, code: 'version_conflict' };
      const body = JSON.stringify({ type: 'about:blank', ...conflict });
      await page.route('**/values', (route) =>
        route.fulfill({ status: 409, contentType: 'application/problem+json', body }),
      );
      await openNextTicket(page);
      await page.locator('#field-po_number').fill('77-1042');
      await page.keyboard.press('Enter');
      await page.getByText('Somebody else changed').waitFor();
    },
  },
  {
    name: 'capture-problem',
    role: 'crew',
    show: async (page) => {
      await page.goto('/capture');
      const file = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Pick up at pit 2') };
      await page.locator('input[type=file][multiple]').setInputFiles(file);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'capture-refused',
    role: 'crew',
    show: async (page) => {
      const title = 'The photo is too small to read. Take it again, closer.';
      const body = JSON.stringify({ title, status: 422, code: 'image_too_small' });
      const contentType = 'application/problem+json';
      await page.route('**/v1/uploads', (route) => route.fulfill({ status: 422, body, contentType }));
      await page.goto('/capture');
      await page.locator('input[type=file][multiple]').setInputFiles(await samplePhoto('hot-shot-01'));
      await page.getByRole('button', { name: 'Send ticket' }).click();
      await page.getByText('Not sent').waitFor();
    },
  },
  {
    name: 'people',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people');
      await page.getByRole('treeitem').first().waitFor();
    },
  },
  {
    name: 'people-found',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people?search=driver');
      await page.getByRole('treeitem').first().waitFor();
    },
  },
  { name: 'people-none', role: 'owner', show: async (page) => void (await page.goto('/people?search=nobody')) },
  {
    name: 'people-member',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people?search=pete');
      await page.getByRole('treeitem').first().click();
    },
  },
  {
    name: 'people-move',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people?search=pete');
      await page.getByRole('treeitem').first().click();
      await page.getByRole('button', { name: 'Move…' }).click();
      await page.keyboard.type('Carlos');
      await page.getByRole('option').first().click();
    },
  },
  { name: 'people-crew', role: 'crew', show: async (page) => void (await page.goto('/people')) },
  { name: 'people-add', role: 'owner', show: async (page) => void (await page.goto('/people/add')) },
  {
    name: 'people-add-many',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people/add?way=many');
      await page
        .getByLabel('Or paste the rows here')
        .fill('name,email,role\nDora Diaz,dora@many.example,crew\nEd,,boss');
      await page.getByRole('button', { name: 'Check the rows' }).click();
      await page.getByText('to be mended').waitFor();
    },
  },
  {
    name: 'people-link',
    role: 'owner',
    show: async (page) => {
      await page.goto('/people/add');
      await page.getByRole('button', { name: 'Show the QR code' }).click();
      await page.getByText('Scan it').waitFor();
    },
  },
  { name: 'people-invitations', role: 'owner', show: async (page) => void (await page.goto('/people/invitations')) },
  { name: 'approval', role: 'owner', show: async (page) => void (await page.goto('/approval')) },
  { name: 'forms', role: 'owner', show: async (page) => void (await page.goto('/forms')) },
  { name: 'read-again', role: 'office', show: async (page) => void (await page.goto('/tickets/read-again')) },
];

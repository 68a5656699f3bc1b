import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import type { Page, Route } from 'playwright-core';
import { samplePhoto } from './open-product.ts';
import type { View } from './screenshot-views.ts';

async function sendOne(page: Page): Promise<void> {
  await page.goto('/capture');
  await page.locator('input[type=file][multiple]').setInputFiles(await samplePhoto('hot-shot-01'));
  await page.getByRole('button', { name: 'Send ticket' }).click();
}

/** Shows the newest ticket as if the office or the reader had said this of it. */
async function pretend(
  page: Page,
  said: Partial<TicketSummary>,
  changes: TicketDetail['corrections'] = [],
): Promise<void> {
  const answer = async (route: Route) => {
    const response = await route.fetch();
    const held: { tickets?: object[] } = await response.json();
    const [newest, ...others] = held.tickets ?? [];
    const json = newest
      ? { ...held, tickets: [{ ...newest, ...said }, ...others] }
      : { ...held, ...said, corrections: changes };
    await route.fulfill({ response, json });
  };
  // A page that was closed meanwhile waits for no answer.
  await page.route(/\/v1\/tickets(\?|\/[\w-]+$)/, (route) => answer(route).catch(() => undefined));
}

const rejected = {
  state: 'rejected',
  rejectReason: 'Wrong job: this load went to Pit 2. Write the job number.',
} as const;
const at = '2026-01-05T10:00:00.000Z';
const changed = [
  { field: 'ticket_number', row: 0, before: 'HS-2O451', after: 'HS-20451', at, byOwnMember: false },
  { field: 'total', row: 0, before: null, after: '912.5', at, byOwnMember: false },
];

async function openFirst(page: Page): Promise<void> {
  await page.goto('/capture');
  await page.locator('a[href^="#ticket="]').first().click();
  await page.getByRole('heading', { name: 'What was read' }).waitFor();
}

/** What the crew sees of its tickets after they were sent. */
export const readBackViews: View[] = [
  {
    name: 'capture-read-back',
    role: 'crew',
    show: async (page) => {
      await sendOne(page);
      await page.getByText('Does this match the paper?').waitFor();
    },
  },
  {
    name: 'capture-read-back-mend',
    role: 'crew',
    show: async (page) => {
      await sendOne(page);
      await page.getByRole('button', { name: 'Fix: Ticket no.' }).click();
    },
  },
  {
    name: 'capture-unread',
    role: 'crew',
    show: async (page) => {
      await pretend(page, { state: 'failed', failure: 'too_dark', ticketNumber: null, date: null });
      await sendOne(page);
      await page.getByText('Keep the paper').waitFor();
    },
  },
  {
    name: 'capture-needs',
    role: 'crew',
    show: async (page) => {
      await pretend(page, rejected);
      await page.goto('/capture');
      await page.getByRole('button', { name: /^Needs you/ }).click();
    },
  },
  {
    name: 'capture-ticket',
    role: 'crew',
    show: async (page) => {
      await pretend(page, rejected, changed);
      await openFirst(page);
    },
  },
  {
    name: 'capture-ticket-end',
    role: 'crew',
    show: async (page) => {
      await pretend(page, rejected, changed);
      await openFirst(page);
      await page.getByLabel('Note to the office').fill('Signed on the back.');
    },
  },
  {
    name: 'capture-ticket-offline',
    role: 'crew',
    show: async (page) => {
      await page.goto('/capture');
      await page.locator('a[href^="#ticket="]').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.locator('a[href^="#ticket="]').first().click();
    },
  },
  {
    name: 'capture-receipts',
    role: 'crew',
    show: async (page) => {
      await sendOne(page);
      await page.getByText('1 photographed, 1 stored').click();
      await page.getByText('Whole receipt').click();
    },
  },
  {
    name: 'capture-list-failed',
    role: 'crew',
    show: async (page) => {
      await page.route(/\/v1\/tickets\?/, (route) => route.fulfill({ status: 500, body: '' }));
      await page.goto('/capture');
      await page.getByText('could not be loaded').waitFor();
    },
  },
];

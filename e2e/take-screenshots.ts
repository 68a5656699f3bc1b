import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { nextTicketSchema } from '@ticket-pros/contracts/review';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { BrowserContext, Page } from 'playwright-core';
import { samplePhoto } from './open-product.ts';

/** Pictures of every page of a started product with its demo: node e2e/take-screenshots.ts [address] [folder] */
const [address = 'http://localhost:3000', folder = 'screenshots'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

type View = { name: string; role: MemberRole | null; show: (page: Page) => Promise<void> };

async function openNextTicket(page: Page): Promise<void> {
  const next = nextTicketSchema.parse(await (await page.request.get('/v1/review/next')).json());
  await page.goto(`/review/${next.ticketId}`);
  await page.locator('#field-date').waitFor();
}

const views: View[] = [
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
];
const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
};

const browser = await launchBrowser();
// One sign-in for each role: more would meet the limit that slows down guessing.
const sessions = new Map<MemberRole, Awaited<ReturnType<BrowserContext['storageState']>>>();
for (const { role, email, password } of demoAccount.members) {
  const context = await browser.newContext({ baseURL: address, ignoreHTTPSErrors: true });
  const response = await context.request.post('/v1/auth/sign-in/email', { data: { email, password } });
  if (!response.ok()) throw new Error(`The ${role} could not sign in: ${await response.text()}`);
  sessions.set(role, await context.storageState());
  await context.close();
}
for (const [screen, size] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, role, show } of views) {
      const session = role === null ? undefined : sessions.get(role);
      const shared = { ...size, colorScheme, baseURL: address, ignoreHTTPSErrors: true };
      const context = await browser.newContext(session === undefined ? shared : { ...shared, storageState: session });
      const page = await context.newPage();
      await show(page);
      // Pictures and fonts arrive after the page; movements end.
      await page.waitForLoadState('load');
      await page.waitForTimeout(1_200);
      await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`) });
      await context.close();
    }
  }
}
await browser.close();

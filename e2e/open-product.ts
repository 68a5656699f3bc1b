import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { BrowserContext, Page } from 'playwright-core';
import { recordTraffic } from './record-traffic.ts';
import { startProductForTests } from './start-product-for-tests.ts';

export type Screen = 'phone' | 'desk';

const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
};

/** What the browser did while the tests looked elsewhere. */
export type Observed = { requests: string[]; complaints: string[]; sent: () => Buffer[] };

export type OpenProduct = {
  url: string;
  /** The address that mails carry and that passkeys belong to; what browsers send there is not recorded. */
  publicUrl: string;
  /** Where it keeps everything: pictures, database, logs. */
  dataFolder: string;
  /** With which the members of the demo account sign in. */
  demoPassword: string;
  observed: Observed;
  /** A browser of its own, signed in as a member of the demo account or not at all. */
  open: (role: MemberRole | null, screen: Screen, colorScheme?: 'light' | 'dark', locale?: string) => Promise<Page>;
  close: () => Promise<void>;
};

/** Starts the whole product as `npm start` does, on a free port and a folder of its own, and a browser to look at it. */
export async function openProduct(): Promise<OpenProduct> {
  const product = await startProductForTests();
  const demoPassword = await readFile(join(product.dataFolder, 'demo-password'), 'utf8');
  const recorder = await recordTraffic(product.address);
  const browser = await launchBrowser();
  const observed: Observed = { requests: [], complaints: [], sent: recorder.sent };

  return {
    url: recorder.url,
    publicUrl: product.address.replace('127.0.0.1', 'localhost'),
    dataFolder: product.dataFolder,
    demoPassword,
    observed,
    async open(role, screen, colorScheme = 'light', locale = 'en-US') {
      const context = await browser.newContext({
        ...screens[screen],
        colorScheme,
        locale,
        baseURL: recorder.url,
        // What a worker answers, tests could neither hold up nor count; install-phone-page.e2e.test.ts is about it.
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(30_000);
      if (role !== null) await signIn(context, role, demoPassword);
      const page = await context.newPage();
      page.on('request', (request) => void observed.requests.push(request.url()));
      page.on('console', (message) => {
        if (message.type() === 'error') observed.complaints.push(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => observed.complaints.push(String(error)));
      return page;
    },
    async close() {
      await browser.close();
      recorder.close();
      await product.stop();
    },
  };
}

async function signIn(context: BrowserContext, role: MemberRole, password: string): Promise<void> {
  const member = demoAccount.members.find((someone) => someone.role === role);
  const data = { email: member?.email, password };
  const response = await context.request.post('/v1/auth/sign-in/email', { data });
  if (!response.ok()) throw new Error(`The ${role} could not sign in: ${await response.text()}`);
}

/** The picture of a sample ticket, as a file that a person picks. */
export async function samplePhoto(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await readFile(new URL(`../packages/testing/fixtures/tickets/${name}.jpg`, import.meta.url));
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

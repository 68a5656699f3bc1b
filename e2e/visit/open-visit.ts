import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { cookieOf, runningProduct } from '../product/running-product.ts';
import { type Records, recordVisit } from './record-visit.ts';

export type Device = 'phone' | 'desktop';

type VisitOptions = {
  device: Device;
  /** Signed in as this demo member; nobody where it is left out. */
  as?: MemberRole;
  colorScheme?: 'light' | 'dark';
  /** Where the product is reached; its own address where it is left out. */
  address?: string;
};

export type Visit = { context: BrowserContext; page: Page; records: Records };

const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

/** Opens a page in a fresh profile of the browser, as a person at a device would. Close it with `visit.context.close()`. */
export async function openVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { device, as, colorScheme = 'light', address = runningProduct().address } = options;
  const context = await browser.newContext({
    ...devices[device],
    baseURL: address,
    colorScheme,
    locale: 'en-US',
    // What moves on the screen would have to be waited for.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  if (as !== undefined) await context.addCookies(readCookies(cookieOf(as), address));
  const records = recordVisit(context);
  return { context, page: await context.newPage(), records };
}

function readCookies(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

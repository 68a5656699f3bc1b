import { unpackBrowser } from '@ticket-pros/testing/unpack-browser';
import { type BrowserContext, chromium } from 'playwright-core';

export type OpenPhone = {
  context: BrowserContext;
  /** The battery is out: nothing is written, closed or said any more. */
  kill: () => Promise<void>;
};

/** A browser with a profile that outlives it, as on a phone. */
export async function openPhone(profileFolder: string, baseURL: string): Promise<OpenPhone> {
  const chosen = process.env.CHROMIUM_PATH;
  const { executablePath, environment } = chosen ? { executablePath: chosen, environment: {} } : await unpackBrowser();
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath,
    baseURL,
    headless: true,
    chromiumSandbox: false,
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'en-US',
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'],
    env: { ...definedEnvironment(), ...environment },
  });
  context.setDefaultTimeout(30_000);
  const kill = async () => {
    const ended = new Promise((resolve) => context.once('close', resolve));
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.crash').catch(() => undefined);
    await ended;
  };
  return { context, kill };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

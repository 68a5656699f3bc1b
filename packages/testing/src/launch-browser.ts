import { type Browser, chromium } from 'playwright-core';
import { unpackBrowser } from './unpack-browser.ts';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
];

/**
 * A headless Chromium with a fresh profile, for tests and for drawing: the one at `CHROMIUM_PATH` where that is set,
 * otherwise the one that comes as an npm package. Close it with `browser.close()`.
 *
 * @param moreFlags of Chromium's command line, as for a camera that is none
 */
export async function launchBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  const { executablePath, environment } = chosen ? { executablePath: chosen, environment: {} } : await unpackBrowser();
  return chromium.launch({
    executablePath,
    args: [...flags, ...moreFlags],
    headless: true,
    // Tests also run as root and in containers, where Chromium's own sandbox cannot start; only our pages are opened.
    chromiumSandbox: false,
    env: { ...definedEnvironment(), ...environment },
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * `npm run trace:capture`: how fast the phone's page starts and how much memory it takes, in the real product, on a phone
 * that is slowed down. `-- --no-memory` leaves the second out.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { Browser, BrowserContext } from 'playwright-core';
import { startProductForTests } from '../start-product-for-tests.ts';
import { waitUntil } from '../wait-until.ts';
import { measureMemory } from './measure-memory.ts';
import { cpuSlowdown, measureStart, type Start, slow4g } from './measure-start.ts';

const rounds = 5;
const product = await startProductForTests();
const browser = await launchBrowser();
try {
  const password = await readFile(join(product.dataFolder, 'demo-password'), 'utf8');
  const context = await openPhone(browser, product.address, password);
  const firsts: Start[] = [];
  const seconds: Start[] = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = await openPhone(browser, product.address, password, await context.cookies());
    firsts.push(await measureStart(fresh, slow4g));
    await letWorkerInstall(fresh);
    await fresh.setOffline(true);
    seconds.push(await measureStart(fresh, 'offline'));
    await fresh.close();
  }
  tellStart(`First start, slow 4G (${slow4g.latency} ms, 1.44 Mbit/s), CPU ${cpuSlowdown} times slower`, firsts);
  tellStart(`Later start, from the cache, offline, CPU ${cpuSlowdown} times slower`, seconds);
  tellFiles(firsts);
  if (!process.argv.includes('--no-memory')) {
    await letWorkerInstall(context);
    const { photos, bytesEach, heapBytes, processBytes } = await measureMemory(browser, context, 200);
    console.log(`Memory with ${photos} photos of ${kilobytes(bytesEach)} waiting`);
    console.log(`  JavaScript heap  ${kilobytes(heapBytes)}`);
    console.log(`  process          ${processBytes === null ? 'not known here' : kilobytes(processBytes)}`);
  }
} finally {
  await browser.close();
  await product.stop();
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function openPhone(from: Browser, address: string, password: string, cookies?: Cookies): Promise<BrowserContext> {
  const context = await from.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'en-US',
    baseURL: address,
  });
  if (cookies) await context.addCookies(cookies);
  else {
    const email = demoAccount.members.find(({ role }) => role === 'crew')?.email;
    const answer = await context.request.post('/v1/auth/sign-in/email', { data: { email, password } });
    if (!answer.ok()) throw new Error(`Signing in failed: ${await answer.text()}`);
  }
  return context;
}

/** A visit at full speed, until the page's own files are on the phone. */
async function letWorkerInstall(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/capture');
  await waitUntil('the service worker', () => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'));
  await page.close();
}

function tellStart(what: string, starts: readonly Start[]): void {
  console.log(`${what}; median of ${starts.length}, slowest`);
  tellTimes(
    'first contentful paint',
    starts.map(({ firstPaint }) => firstPaint),
  );
  tellTimes(
    'shutter answers a tap',
    starts.map(({ answered }) => answered),
  );
  tellTimes(
    'camera is on the screen',
    starts.map(({ open }) => open),
  );
}

function tellTimes(what: string, times: number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const shown = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((time) => `${Math.round(time ?? 0)} ms`);
  console.log(`  ${what.padEnd(24)} ${shown.map((time) => time.padStart(8)).join('')}`);
}

function tellFiles(starts: readonly Start[]): void {
  const files = starts[0]?.files ?? [];
  console.log('What the first start fetches until then, as sent (headers counted)');
  for (const { path, bytes } of files) console.log(`  ${kilobytes(bytes).padStart(9)}  ${path}`);
  const scripts = files.filter(({ type }) => type === 'Script').reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`  ${kilobytes(scripts).padStart(9)}  JavaScript in all`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

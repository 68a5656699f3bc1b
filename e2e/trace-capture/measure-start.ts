import type { BrowserContext } from 'playwright-core';
import { waitUntil } from '../wait-until.ts';

/**
 * Lighthouse's slow 4G as its DevTools throttling applies it: 150 ms and 1.6 Mbit/s become 562.5 ms for each request and
 * 1.44 Mbit/s, because what the protocol below costs is not simulated; and a processor four times slower.
 */
export const slow4g = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
};
export const cpuSlowdown = 4;

export type Start = {
  /** Milliseconds from the beginning of the navigation. */
  firstPaint: number;
  /** When a tap on the shutter was answered: the page goes to the camera. Milliseconds, as above. */
  answered: number;
  /** When the page's script had shown what it leads to. Milliseconds, as above. */
  open: number;
  /** What was fetched until then, as it went over the line. */
  files: { path: string; type: string; bytes: number }[];
};

/**
 * Taps the shutter in the first frame after the one that shows it, and notes when the tap is answered, by the camera's
 * address, and when the camera's own screen, or what stands in for it, is there. Runs in the page.
 */
const tapShutter = `
  if (location.pathname === '/capture' && window === top) {
    let shown = false;
    const look = () => {
      const shutter = document.querySelector('#root .early-shutter, #root nav button');
      if (shown && location.hash !== '#camera') shutter?.click();
      shown = shutter !== null;
      if (location.hash === '#camera') window.answeredAt ??= performance.now();
      if (document.querySelector('#root main') !== null && location.hash === '#camera') window.openAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;

/** Opens the capture page in a tab of its own, slowed down, and closes it again. */
export async function measureStart(context: BrowserContext, network: typeof slow4g | 'offline'): Promise<Start> {
  const page = await context.newPage();
  try {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    if (network !== 'offline') await devtools.send('Network.emulateNetworkConditions', network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const files = new Map<string, Start['files'][number]>();
    devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
      files.set(requestId, { path: new URL(response.url).pathname, type, bytes: 0 });
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const file = files.get(requestId);
      if (file) file.bytes = encodedDataLength;
    });
    await page.addInitScript(tapShutter);
    await page.goto('/capture', { waitUntil: 'commit' });
    const open = await waitUntil('the camera', () => page.evaluate<number>('window.openAt'));
    const answered = await page.evaluate<number>('window.answeredAt');
    const atThatTime = [...files.values()].filter(({ bytes }) => bytes > 0);
    const firstPaint = await waitUntil('a paint', () =>
      page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime`),
    );
    return { firstPaint, answered, open, files: atThatTime };
  } finally {
    await page.close();
  }
}

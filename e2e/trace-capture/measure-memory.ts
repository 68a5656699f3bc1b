import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import sharp from 'sharp';

export type Memory = { photos: number; bytesEach: number; heapBytes: number; processBytes: number | null };

const photosPerTicket = 20;

/** Photographs without a signal until so many photos wait, opens the page anew, and looks at what that takes. */
export async function measureMemory(browser: Browser, context: BrowserContext, photos: number): Promise<Memory> {
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto('/capture');
  let bytes = 0;
  for (let kept = 0; kept < photos; kept += photosPerTicket) {
    const files = await Promise.all(Array.from({ length: photosPerTicket }, () => drawPhoto()));
    bytes += files.reduce((sum, { buffer }) => sum + buffer.length, 0);
    await page.locator('input[type=file][multiple]').setInputFiles(files);
    await page.getByText(`This ticket: ${photosPerTicket} photos`).waitFor({ timeout: 300_000 });
    await page.getByRole('button', { name: 'Send ticket' }).click();
    await page.getByText('This ticket:').waitFor({ state: 'detached' });
  }
  await page.close();
  const fresh = await context.newPage();
  await fresh.goto('/capture');
  await fresh.getByText('Waiting for signal').first().waitFor();
  const devtools = await context.newCDPSession(fresh);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const processBytes = await largestRenderer(browser);
  await fresh.close();
  await context.setOffline(false);
  return { photos, bytesEach: bytes / photos, heapBytes, processBytes };
}

/** About 300 KB of picture, each a different one. */
async function drawPhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const noise = { type: 'gaussian' as const, mean: 160, sigma: 22 };
  const create = { width: 1560, height: 1150, channels: 3 as const, noise, background: '#fff' };
  const buffer = await sharp({ create }).jpeg({ quality: 62 }).toBuffer();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

/** What the page's process holds for itself, on Linux; null elsewhere. */
async function largestRenderer(browser: Browser): Promise<number | null> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
        return Number(/^Pss:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
      }),
  );
  const largest = Math.max(0, ...sizes);
  return largest === 0 ? null : largest;
}

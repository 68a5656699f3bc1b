import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join, normalize } from 'node:path';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import sharp from 'sharp';

const slowdown = 4;
const root = join(import.meta.dirname, '..');

/** How long Chromium, warmed up as the page's worker is, takes to measure and judge a photo of 12 megapixels on a processor slowed down four times. */
export async function timeGateInBrowser(
  photo: Buffer,
): Promise<{ megapixels: number; slowdown: number; milliseconds: number[] }> {
  const large = await sharp(photo).resize(3024, 4032, { fit: 'fill' }).jpeg({ quality: 90 }).toBuffer();
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') response.setHeader('content-type', 'text/html').end('<!doctype html>');
    else if (path === '/photo.jpg') response.setHeader('content-type', 'image/jpeg').end(large);
    else {
      response.setHeader('content-type', 'text/javascript');
      response.end(stripTypeScriptTypes(await readFile(join(root, path), 'utf8')));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const milliseconds = await page.evaluate<number[]>(`(async () => {
      const { readBitmap } = await import('/quality/read-bitmap.ts');
      const { measurePhoto } = await import('/quality/measure-photo.ts');
      const { judgePhoto } = await import('/quality/judge-photo.ts');
      const { warmUp } = await import('/quality/warm-up.ts');
      warmUp();
      const bitmap = await createImageBitmap(await (await fetch('/photo.jpg')).blob());
      const times = [];
      for (let turn = 0; turn < 5; turn++) {
        const start = performance.now();
        judgePhoto(measurePhoto(readBitmap(bitmap)));
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return times;
    })()`);
    return { megapixels: 12, slowdown, milliseconds };
  } finally {
    await browser.close();
    server.close();
  }
}

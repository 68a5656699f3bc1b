import { afterEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch-browser.ts';

const open: Browser[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
});

async function launch(): Promise<Browser> {
  const browser = await launchBrowser();
  open.push(browser);
  return browser;
}

test('the browser runs scripts and draws text', async () => {
  const page = await (await launch()).newPage();
  await page.setContent('<p id="t" style="display:inline-block;font:20px sans-serif">Net weight</p>');
  expect(await page.evaluate('[1, 2, 3].map((n) => n * 2)')).toEqual([2, 4, 6]);
  // Without any font the letters would have no width.
  expect((await page.locator('#t').boundingBox())?.width).toBeGreaterThan(60);
});

test('two browsers run side by side', async () => {
  const [first, second] = await Promise.all([launch(), launch()]);
  const titles = await Promise.all(
    [first, second].map(async (browser, index) => {
      const page = await browser.newPage();
      await page.setContent(`<title>${index}</title>`);
      return page.title();
    }),
  );
  expect(titles).toEqual(['0', '1']);
});

test('a chosen browser that does not exist is named in the error', async () => {
  process.env.CHROMIUM_PATH = '/nowhere/chromium';
  await expect(launchBrowser())
    .rejects.toThrow('/nowhere/chromium')
    .finally(() => delete process.env.CHROMIUM_PATH);
});

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serverSchema } from '@ticket-pros/contracts/demo-account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { launchBrowser } from '@ticket-pros/testing/launch-browser';
import type { BrowserContext } from 'playwright-core';
import { cameraViews } from './camera-views.ts';
import { fakeCamera } from './fake-camera.ts';
import { samplePhoto } from './open-product.ts';
import { readBackViews } from './read-back-views.ts';
import { screenshotViews } from './screenshot-views.ts';

/**
 * Pictures of every page of a started product with its demo: node e2e/take-screenshots.ts [address] [folder] [beginning]
 * Only those whose names begin so; all without.
 */
const [address = 'http://localhost:3000', folder = 'screenshots', beginning = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
};

// What crews use is seen on small, usual and large phones.
const phones = {
  'phone-320': { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true },
  phone: screens.phone,
  'phone-412': { viewport: { width: 412, height: 915 }, isMobile: true, hasTouch: true },
};
const isOfCrews = (name: string) => /^(camera|capture)/.test(name);
const views = [...screenshotViews, ...cameraViews, ...readBackViews].filter(({ name }) => name.startsWith(beginning));

const video = join(folder, 'camera.mjpeg');
const browser = await launchBrowser(await fakeCamera((await samplePhoto('time-and-material-01')).buffer, video));
// One sign-in for each role: more would meet the limit that slows down guessing.
const sessions = new Map<MemberRole, Awaited<ReturnType<BrowserContext['storageState']>>>();
const server = serverSchema.parse(await (await fetch(`${address}/v1/server`)).json());
for (const { role, email, password } of server.demo?.members ?? []) {
  const context = await browser.newContext({ baseURL: address, ignoreHTTPSErrors: true });
  const response = await context.request.post('/v1/auth/sign-in/email', { data: { email, password } });
  if (!response.ok()) throw new Error(`The ${role} could not sign in: ${await response.text()}`);
  sessions.set(role, await context.storageState());
  await context.close();
}
for (const [screen, size] of Object.entries({ ...screens, ...phones })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, role, show } of views) {
      if (!(screen in screens) && !isOfCrews(name)) continue;
      if (screen === 'desk' && name.startsWith('camera')) continue;
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
await rm(video);

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { samplePhoto } from './open-product.ts';
import type { View } from './screenshot-views.ts';

async function openCamera(page: Page): Promise<void> {
  await page.goto('/capture#camera');
  await page.getByText('Ticket in view').waitFor();
}

const shutter = (page: Page) => page.getByRole('button', { name: /^Take the (photo|next page)$/ });
const photo = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Look at photo ${number}`) });

async function photograph(page: Page, pages: number): Promise<void> {
  await openCamera(page);
  for (let number = 1; number <= pages; number++) {
    await shutter(page).tap();
    await photo(page, number).waitFor();
  }
}

/** The states of the camera, for a phone whose camera sees a ticket. */
export const cameraViews: View[] = [
  { name: 'camera', role: 'crew', show: openCamera },
  { name: 'camera-pages', role: 'crew', show: (page) => photograph(page, 3) },
  {
    name: 'camera-warning',
    role: 'crew',
    show: async (page) => {
      await photograph(page, 1);
      const { buffer, ...file } = await samplePhoto('hot-shot-01');
      const blurred = { ...file, buffer: await sharp(buffer).blur(5).jpeg().toBuffer() };
      await page.locator('input[type=file][multiple]').setInputFiles(blurred);
      await page.getByText('Too blurry to read.').waitFor();
    },
  },
  {
    name: 'camera-look',
    role: 'crew',
    show: async (page) => {
      await photograph(page, 1);
      await photo(page, 1).tap();
    },
  },
  {
    name: 'camera-removed',
    role: 'crew',
    show: async (page) => {
      await photograph(page, 2);
      await photo(page, 2).tap();
      await page.getByRole('button', { name: 'Remove' }).tap();
    },
  },
  {
    name: 'camera-done',
    role: 'crew',
    show: async (page) => {
      // Nothing is sent for a picture.
      await page.route('**/v1/uploads**', (route) => route.abort());
      await photograph(page, 1);
      await page.getByRole('button', { name: 'Done, next ticket' }).tap();
    },
  },
  {
    name: 'camera-blocked',
    role: 'crew',
    show: async (page) => {
      await page.addInitScript(
        "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); };",
      );
      await page.goto('/capture#camera');
    },
  },
  {
    name: 'capture-pages',
    role: 'crew',
    show: async (page) => {
      await photograph(page, 2);
      await page.getByRole('button', { name: 'My tickets' }).tap();
    },
  },
];

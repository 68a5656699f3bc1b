import { expect, test } from '@jest/globals';
import { failureCodes } from '@ticket-pros/contracts/failure-code';
import sharp, { type Sharp } from 'sharp';
import { openImage } from './open-image.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

/** A 60 × 40 picture, black in its upper left quarter, white elsewhere. */
function cornerPicture(): Sharp {
  const dark = { create: { width: 30, height: 20, channels: 3 as const, background: '#000' } };
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } }).composite([
    { input: dark, left: 0, top: 0 },
  ]);
}

async function unreadable(bytes: Uint8Array, page: number): Promise<UnreadableImageError> {
  try {
    await openImage(bytes, page);
  } catch (error) {
    if (error instanceof UnreadableImageError) return error;
    throw error;
  }
  throw new Error('the image opened');
}

test('grey pixels, upright as the EXIF orientation says', async () => {
  const turned = await cornerPicture().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
  const image = await openImage(turned, 0);
  expect([image.width, image.height, image.data.length]).toEqual([40, 60, 2400]);
  // turned clockwise, the dark quarter is at the upper right
  expect(image.data[5 * 40 + 35]).toBeLessThan(20);
  expect(image.data[5 * 40 + 5]).toBeGreaterThan(235);
});

test('transparent parts are white', async () => {
  const png = await sharp({
    create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  expect((await openImage(png, 0)).data[0]).toBe(255);
});

test('a JPEG cut short, no picture, and no bytes at all are unreadable, each naming its page', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251));
  const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('%PDF-1.7 not a picture'), Buffer.alloc(0)]) {
    const error = await unreadable(bytes, 3);
    expect(error.page).toBe(3);
    expect(failureCodes).toHaveProperty(error.code);
  }
});

test('more pixels than the upload limit are refused before they are decoded', async () => {
  const huge = await sharp({ create: { width: 10_000, height: 8_001, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect((await unreadable(huge, 0)).message).toMatch(/pixel/i);
});

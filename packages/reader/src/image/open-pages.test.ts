import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { photoFailures } from '@ticket-pros/contracts/failure-sentences';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import sharp from 'sharp';
import type { GreyImage } from './grey-image.ts';
import { openPages } from './open-pages.ts';
import { cornerFiles, cornerPicture, drawPdf } from './testing/small-files.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

async function pagesOf(bytes: Uint8Array): Promise<GreyImage[]> {
  const pages: GreyImage[] = [];
  for await (const page of openPages(bytes, 0)) pages.push(page);
  return pages;
}

/** The reason for which a file can't be opened, or how many pages it has. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return `${(await pagesOf(bytes)).length} pages`;
  } catch (error) {
    if (error instanceof UnreadableImageError) return error.reason;
    throw error;
  }
}

function greyAt({ data, width, height }: GreyImage, across: number, down: number): number {
  return data[Math.floor(down * height) * width + Math.floor(across * width)] ?? -1;
}

/** Whether a picture is black in its upper left quarter and white elsewhere. */
function isCorner(image: GreyImage): boolean {
  const rest = [greyAt(image, 0.8, 0.2), greyAt(image, 0.2, 0.8), greyAt(image, 0.8, 0.8)];
  return greyAt(image, 0.2, 0.2) < 20 && rest.every((grey) => grey > 235);
}

test('each format opens as the same grey picture, whatever its pages', async () => {
  const { tiff, ...single } = await cornerFiles();
  for (const [format, bytes] of Object.entries(single)) {
    expect({ format, corners: (await pagesOf(bytes)).map(isCorner) }).toEqual({ format, corners: [true] });
  }
  expect((await pagesOf(tiff)).map(isCorner)).toEqual([true, true]);
  const [first, second] = await pagesOf(drawPdf(2));
  expect([first, second].map((page) => page !== undefined && isCorner(page))).toEqual([true, true]);
  expect([first?.width, first?.height]).toEqual([250, 166]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'EXIF orientation %d turns the picture as every viewer shows it',
  async (orientation) => {
    const bytes = await cornerPicture().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const shown = await sharp(bytes).autoOrient().greyscale().raw().toBuffer({ resolveWithObject: true });
    const [image] = await pagesOf(bytes);
    expect([image?.width, image?.height]).toEqual([shown.info.width, shown.info.height]);
    expect(Buffer.compare(Buffer.from(image?.data ?? []), shown.data)).toBe(0);
  },
);

test('16 bits, CMYK, grey and clear grounds all become dark ink on white', async () => {
  const picture = await cornerPicture().png().toBuffer();
  const ink = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 60, height: 40, channels: 4, background: '#fff0' } })
      .composite([{ input: { create: { width: 30, height: 20, channels: 3, background } }, left: 0, top: 0 }])
      .png()
      .toBuffer();
  const files = {
    deep: await sharp(picture).toColourspace('rgb16').png().toBuffer(),
    deepGrey: await sharp(picture).toColourspace('grey16').png().toBuffer(),
    grey: await sharp(picture).greyscale().jpeg({ quality: 95 }).toBuffer(),
    cmyk: await sharp(picture).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    palette: await sharp(picture).png({ palette: true }).toBuffer(),
    darkInk: await ink('#000'),
    lightInk: await ink('#fff'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    expect({ name, corners: (await pagesOf(bytes)).map(isCorner) }).toEqual({ name, corners: [true] });
  }
});

test('what can not be opened says why', async () => {
  const { jpeg, png } = await cornerFiles();
  const huge = await sharp({ create: { width: 10_000, height: 8_001, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const specks = Buffer.from(Array.from({ length: 300 * 300 }, (_, i) => (i * 7919) % 251));
  const noise = await sharp(specks, { raw: { width: 300, height: 300, channels: 1 } })
    .jpeg()
    .toBuffer();
  const told = {
    nothing: await outcome(new Uint8Array()),
    text: await outcome(Buffer.from('Ticket 4711')),
    bmp: await outcome(Buffer.from('BM66666666666666')),
    cut: await outcome(png.subarray(0, png.length - 20)),
    half: await outcome(noise.subarray(0, noise.length / 2)),
    header: await outcome(jpeg.subarray(0, 30)),
    pixels: await outcome(huge),
    bytes: await outcome(new Uint8Array(uploadLimits.bytesPerImage + 1)),
    brokenPdf: await outcome(Buffer.from('%PDF-1.7 and no more')),
    lockedPdf: await outcome(drawPdf(1, true)),
    longPdf: await outcome(drawPdf(uploadLimits.imagesPerTicket + 1)),
    heic: await outcome(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat', 'latin1')),
  };
  expect(told).toEqual({
    nothing: 'file_empty',
    text: 'unknown_format',
    bmp: 'unknown_format',
    cut: 'image_damaged',
    half: 'image_damaged',
    header: 'image_damaged',
    pixels: 'too_many_pixels',
    bytes: 'file_too_large',
    brokenPdf: 'image_damaged',
    lockedPdf: 'file_locked',
    longPdf: 'too_many_pages',
    heic: 'image_damaged',
  });
});

test('the error names the image and tells the reason in a sentence', async () => {
  const [error] = await Promise.allSettled([openPages(Buffer.from('no picture'), 2).next()]);
  expect(error).toMatchObject({ reason: { page: 2, reason: 'unknown_format' } });
  expect(error).toMatchObject({ reason: { message: `Image 3: ${photoFailures.unknown_format}` } });
});

const dataFolder = process.env.TICKET_DATA ?? '';
const withData = dataFolder === '' ? test.skip : test;

/** Set TICKET_DATA to a folder that holds `formats/images` to run it. */
withData('every file of the formats folder (TICKET_DATA) ends as pixels or with a reason', async () => {
  const folder = join(dataFolder, 'formats', 'images');
  const files = await readdir(folder);
  expect(files.length).toBeGreaterThan(0);
  const refused: string[] = [];
  for (const file of files) {
    const told = await outcome(await readFile(join(folder, file)));
    if (!told.endsWith(' pages')) refused.push(`${file}: ${told}`);
  }
  expect(refused.sort()).toEqual([
    'encrypted.pdf: file_locked',
    'password-is-test.pdf: file_locked',
    'receipt.txt: unknown_format',
    'simple.bmp: unknown_format',
  ]);
});

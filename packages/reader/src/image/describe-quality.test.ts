import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { describeQuality } from './describe-quality.ts';
import type { GreyImage } from './grey-image.ts';

/** Lines of upright strokes, as tall as capitals of `size` pixels, on paper that fills the picture. */
function printedPage(size: number, paper = 225, ink = 40): GreyImage {
  const [width, height] = [900, 700];
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isStroke = y % (2 * size) < size && x % size < Math.max(3, size / 3);
    const noise = (at * 7919) % 5;
    return isStroke && x > 50 && x < 850 && y > 50 && y < 650 ? ink : paper - noise;
  });
  return { data, width, height };
}

async function changed(image: GreyImage, blur: number, factor: number): Promise<GreyImage> {
  const { width, height } = image;
  const raw = sharp(image.data, { raw: { width, height, channels: 1 } });
  const { data } = await (blur > 0 ? raw.blur(blur) : raw)
    .linear(factor, 0)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width, height };
}

test('tells what spoils a photo', async () => {
  const page = printedPage(20);
  const told = {
    dark: describeQuality(await changed(page, 0, 0.08)),
    blurred: describeQuality(await changed(page, 7, 1)),
    pale: describeQuality(printedPage(20, 225, 200)),
    small: describeQuality(printedPage(6)),
  };
  expect(told.dark).toEqual(['too_dark']);
  expect(told.blurred).toContain('too_blurred');
  expect(told.pale).toContain('low_contrast');
  expect(told.small).toContain('print_too_small');
});

test('glare is light that is burnt out beside paper that is not', () => {
  const page = printedPage(20, 190);
  const burnt = page.data.map((grey, at) => (at % page.width > 700 ? 255 : grey));
  expect(describeQuality({ ...page, data: burnt })).toContain('glare');
  expect(describeQuality(page)).not.toContain('glare');
});

test('a preview is too small to hold a ticket', () => {
  const preview: GreyImage = { data: new Uint8Array(160 * 120).fill(230), width: 160, height: 120 };
  expect(describeQuality(preview)).toEqual(['image_too_small']);
});

test('a good page with nothing to read has no print, and a bare ground is no page', () => {
  const blank: GreyImage = { data: new Uint8Array(800 * 600).fill(255), width: 800, height: 600 };
  expect(describeQuality(blank)).toEqual(['no_text']);
  const table: GreyImage = { ...blank, data: new Uint8Array(800 * 600).fill(110) };
  expect(describeQuality(table)).toEqual(['no_page']);
});

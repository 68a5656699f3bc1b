import sharp, { type Metadata, type Sharp } from 'sharp';
import { type DecodeLimits, DecodeRefusal, type OpenFile } from './decoder.ts';
import type { GreyImage } from './grey-image.ts';
import type { ImageFormat } from './sniff-format.ts';

/** On this share of clear pixels a picture is ink on nothing, and its ink is this light where it is meant for a dark ground. */
const clearShare = 0.5;
const lightInk = 170;
const probeSide = 200;
/** For each step of decoding a page. */
const mostSeconds = 30;

/**
 * Opens what libvips decodes. A TIFF may have pages; of anything else that moves the first picture counts.
 * Greyscale, colour, CMYK and 16 bits a channel all become 8 bits of grey.
 */
export async function openRaster(
  format: Exclude<ImageFormat, 'heic' | 'pdf'>,
  bytes: Uint8Array,
  limits: DecodeLimits,
): Promise<OpenFile> {
  const open = (page: number): Sharp =>
    sharp(bytes, { limitInputPixels: limits.pixelsPerPage, failOn: 'error', page, pages: 1 }).timeout({
      seconds: mostSeconds,
    });
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return {
    pages: format === 'tiff' ? pages : 1,
    readPage: (page) => decode(() => open(page), limits).catch(throwReason),
    close: async () => {},
  };
}

async function decode(open: () => Sharp, limits: DecodeLimits): Promise<GreyImage> {
  const metadata = await sharpMetadata(open, limits);
  const onBlack = metadata.hasAlpha && (await isLightInk(open));
  // turned after it became grey, since turning needs the whole picture in memory
  const { data, info } = await open()
    .flatten({ background: onBlack ? '#000000' : '#ffffff' })
    .greyscale()
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const grey = { data, width: info.width, height: info.height };
  if (onBlack) for (let at = 0; at < data.length; at++) data[at] = 255 - (data[at] ?? 0);
  return turnUpright(grey, metadata.orientation ?? 1);
}

/** sharp tells by words alone that it ran out of time. */
function throwReason(error: unknown): never {
  if (error instanceof Error && error.message.startsWith('timeout:')) throw new DecodeRefusal('file_too_slow', error);
  throw error;
}

async function sharpMetadata(open: () => Sharp, limits: DecodeLimits): Promise<Metadata> {
  const metadata = await open()
    .metadata()
    .catch((error: unknown) => {
      const isLimit = error instanceof Error && error.message.includes('pixel limit');
      throw new DecodeRefusal(isLimit ? 'too_many_pixels' : 'image_damaged', error);
    });
  if (metadata.width * metadata.height > limits.pixelsPerPage) throw new DecodeRefusal('too_many_pixels');
  return metadata;
}

/** Whether a picture is light ink on a clear ground, which would vanish on white. */
async function isLightInk(open: () => Sharp): Promise<boolean> {
  const { data } = await open()
    .resize({ width: probeSide, height: probeSide, fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  let ink = 0;
  let light = 0;
  for (let at = 0; at + 3 < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255;
    ink += alpha;
    light += (alpha * ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0))) / 3;
  }
  return ink > 0 && ink < (1 - clearShare) * (data.length / 4) && light / ink > lightInk;
}

/** Turns and mirrors a picture as its EXIF orientation (1 to 8) says. */
async function turnUpright(image: GreyImage, orientation: number): Promise<GreyImage> {
  if (orientation <= 1 || orientation > 8) return image;
  const { width, height } = image;
  const turn = { 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 }[orientation] ?? 0;
  const mirrored = orientation === 2 || orientation === 4 || orientation === 5 || orientation === 7;
  const { data, info } = await sharp(image.data, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .flop(mirrored)
    .rotate(turn)
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

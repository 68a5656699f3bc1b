import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { ImageMediaType } from '../src/detect-image-type.ts';
import { seededRandom } from './seeded-random.ts';

export type PhotoKind = { name: string; mediaType: ImageMediaType; encode: (photo: Sharp) => Sharp };

/** Every way that an encoder lays out a picture in the three formats. */
export const photoKinds: PhotoKind[] = [
  { name: 'baseline JPEG', mediaType: 'image/jpeg', encode: (photo) => photo.jpeg() },
  { name: 'progressive JPEG', mediaType: 'image/jpeg', encode: (photo) => photo.jpeg({ progressive: true }) },
  { name: 'grey JPEG', mediaType: 'image/jpeg', encode: (photo) => photo.greyscale().jpeg() },
  { name: 'CMYK JPEG', mediaType: 'image/jpeg', encode: (photo) => photo.toColourspace('cmyk').jpeg() },
  { name: 'PNG', mediaType: 'image/png', encode: (photo) => photo.png() },
  { name: 'interlaced PNG', mediaType: 'image/png', encode: (photo) => photo.png({ progressive: true }) },
  { name: 'palette PNG', mediaType: 'image/png', encode: (photo) => photo.png({ palette: true, colours: 30 }) },
  { name: 'clear PNG', mediaType: 'image/png', encode: (photo) => photo.ensureAlpha(0.5).png() },
  { name: 'grey 16-bit PNG', mediaType: 'image/png', encode: (photo) => photo.toColourspace('grey16').png() },
  { name: 'lossy WebP', mediaType: 'image/webp', encode: (photo) => photo.webp() },
  { name: 'lossless WebP', mediaType: 'image/webp', encode: (photo) => photo.webp({ lossless: true }) },
  { name: 'clear lossy WebP', mediaType: 'image/webp', encode: (photo) => photo.ensureAlpha(0.5).webp() },
];

export type PhotoExtras = { orientation?: number; profile?: 'srgb' | 'p3'; metadata?: boolean };

const width = 60;
const height = 44;

/** A small coloured picture with noise in it, with a GPS position and a maker in its EXIF unless told. */
export async function makePhoto({ encode }: PhotoKind, extras: PhotoExtras = {}): Promise<Buffer> {
  const { orientation = 1, profile, metadata = true } = extras;
  const random = seededRandom(1);
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, index) => ((index / 7) % 200) + Math.floor(random() * 50)),
  );
  let picture = encode(sharp(pixels, { raw: { width, height, channels: 3 } }));
  if (metadata) {
    const exif = { IFD0: { Make: 'Canary Cameras' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' } };
    picture = picture.withMetadata({ orientation, exif });
  }
  if (profile !== undefined) picture = picture.withIccProfile(profile);
  return picture.toBuffer();
}

/**
 * The picture as seen: turned upright, with the colour profile applied, opaque where it has no alpha channel. Pixels
 * are told by their hash, so that a difference doesn't print thousands of numbers.
 */
export async function decodeUpright(image: Uint8Array): Promise<{ pixels: string; width: number; height: number }> {
  const picture = sharp(image, { failOn: 'warning' }).autoOrient().ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const pixels = createHash('sha256').update(data).digest('hex');
  return { pixels, width: info.width, height: info.height };
}

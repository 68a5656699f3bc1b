import { type Orientation, readOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint8, readUint16, readUint32 } from '../read-integer.ts';
import { readWebpChunks, type WebpChunk } from './read-webp-chunks.ts';

/** What the extended header announces; decoders overlook a profile or orientation that it doesn't. */
export const webpFlag = { colorProfile: 0x20, alpha: 0x10, exif: 0x08 } as const;

/**
 * What of a WebP makes its picture. Sizes as stored, in pixels. `alpha` is the transparency that goes with a lossy
 * picture.
 */
export type WebpParts = {
  width: number;
  height: number;
  hasAlpha: boolean;
  orientation: Orientation;
  picture: WebpChunk;
  alpha: Uint8Array | undefined;
  colorProfile: Uint8Array | undefined;
};

/** Reads the parts of a WebP that holds one picture. One that moves is refused: it is no photo of a ticket. */
export function readWebpParts(bytes: Uint8Array): WebpParts {
  let picture: WebpChunk | undefined;
  let canvas: Uint8Array | undefined;
  let alpha: Uint8Array | undefined;
  let colorProfile: Uint8Array | undefined;
  let exif: Uint8Array | undefined;
  let isFirst = true;
  for (const chunk of readWebpChunks(bytes)) {
    if (chunk.type === 'ANIM' || chunk.type === 'ANMF') {
      throw new ImageFormatError('unsupported_image', 'The WebP is a film, not a photo.');
    }
    if (chunk.type === 'VP8 ' || chunk.type === 'VP8L') {
      if (picture !== undefined) throw damaged('The WebP has two pictures.');
      picture = chunk;
    }
    if (chunk.type === 'VP8X' && isFirst) canvas = chunk.data;
    if (chunk.type === 'ALPH' && picture === undefined) alpha = chunk.data;
    if (chunk.type === 'ICCP' && picture === undefined) colorProfile ??= chunk.data;
    if (chunk.type === 'EXIF') exif ??= chunk.data;
    isFirst = false;
  }
  if (picture === undefined) throw damaged('The WebP has no picture.');
  const size = picture.type === 'VP8 ' ? readLossySize(picture.data) : readLosslessSize(picture.data);
  // Without the extended header, decoders look at the picture alone.
  if (canvas === undefined) return { ...size, orientation: 1, picture, alpha: undefined, colorProfile: undefined };
  checkCanvas(canvas, size);
  const ownAlpha = picture.type === 'VP8 ' ? alpha : undefined;
  const flags = readUint8(canvas, 0);
  return {
    ...size,
    hasAlpha: size.hasAlpha || ownAlpha !== undefined,
    orientation: flags & webpFlag.exif ? readOrientation(exif) : 1,
    picture,
    alpha: ownAlpha,
    colorProfile: flags & webpFlag.colorProfile ? colorProfile : undefined,
  };
}

function checkCanvas(canvas: Uint8Array, size: { width: number; height: number }): void {
  const width = 1 + (readUint32(canvas, 4, true) & 0xffffff);
  const height = 1 + readUint16(canvas, 7, true) + readUint8(canvas, 9) * 0x10000;
  if (width !== size.width || height !== size.height) throw damaged('The WebP has two sizes.');
}

/**
 * The frame header of a key frame (RFC 6386, 9.1): a tag with the length of the first partition, a start code, two
 * sides.
 */
function readLossySize(data: Uint8Array): { width: number; height: number; hasAlpha: boolean } {
  const tag = readUint16(data, 0, true) + readUint8(data, 2) * 0x10000;
  const isKeyFrame = (tag & 1) === 0;
  if (!isKeyFrame || readName(data, 3, 3) !== '\x9d\x01\x2a' || tag >> 5 >= data.length) throw damaged('No frame.');
  const width = readUint16(data, 6, true) & 0x3fff;
  const height = readUint16(data, 8, true) & 0x3fff;
  if (width === 0 || height === 0) throw damaged('The WebP has no size.');
  return { width, height, hasAlpha: false };
}

/**
 * The header of a lossless picture (RFC 9649, 3.4): signature, 14 bits each of width and height less one, a bit for
 * alpha.
 */
function readLosslessSize(data: Uint8Array): { width: number; height: number; hasAlpha: boolean } {
  const packed = readUint32(data, 1, true);
  if (readUint8(data, 0) !== 0x2f || packed >>> 29 !== 0) throw damaged('No lossless picture.');
  const width = 1 + (packed & 0x3fff);
  const height = 1 + ((packed >>> 14) & 0x3fff);
  return { width, height, hasAlpha: ((packed >>> 28) & 1) === 1 };
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

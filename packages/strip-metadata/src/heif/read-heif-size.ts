import type { Orientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint32 } from '../read-integer.ts';
import type { HeifFile } from './heif-file.ts';

/** Sides of the main picture, cropped and turned as its properties say in their order; decoders turn it themselves. */
export function readHeifSize(file: HeifFile): { width: number; height: number; orientation: Orientation } {
  let size: { width: number; height: number } | undefined;
  for (const { index } of file.items.get(file.primaryId)?.properties ?? []) {
    const { type, body } = file.properties[index] ?? { type: '', body: new Uint8Array() };
    if (type === 'ispe') size ??= { width: readUint32(body, 4), height: readUint32(body, 8) };
    if (size === undefined) continue;
    if (type === 'clap')
      size = { width: readFraction(body, 0, size.width), height: readFraction(body, 8, size.height) };
    if (type === 'irot' && (readUint8(body, 0) & 1) === 1) size = { width: size.height, height: size.width };
  }
  if (size === undefined || size.width === 0 || size.height === 0) {
    throw new ImageFormatError('image_damaged', 'The picture has no size.');
  }
  return { ...size, orientation: 1 };
}

/** A side of the cropped picture, no longer than the whole. */
function readFraction(body: Uint8Array, at: number, most: number): number {
  const side = Math.round(readUint32(body, at) / Math.max(1, readUint32(body, at + 4)));
  return Math.min(most, side);
}

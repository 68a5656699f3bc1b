import { type Orientation, readOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint32 } from '../read-integer.ts';
import { readPngChunks } from './read-png-chunks.ts';

export type PngHeader = { width: number; height: number; orientation: Orientation };

const largestSide = 0x7fffffff;

/** Width, height (as stored, in pixels) and orientation of a PNG. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  let size: { width: number; height: number } | undefined;
  let exif: Uint8Array | undefined;
  for (const chunk of readPngChunks(bytes)) {
    size ??= readSize(chunk.type, chunk.data);
    if (chunk.type === 'eXIf') exif ??= chunk.data;
  }
  if (size === undefined) throw new ImageFormatError('image_damaged', 'The PNG is empty.');
  return { ...size, orientation: readOrientation(exif) };
}

function readSize(type: string, data: Uint8Array): { width: number; height: number } {
  // Apple's own variant of PNG starts with another chunk and shows nowhere else.
  if (type === 'CgBI') throw new ImageFormatError('unsupported_image', 'A PNG of a kind that browsers do not show.');
  if (type !== 'IHDR' || data.length !== 13) throw new ImageFormatError('image_damaged', 'The PNG has no header.');
  const width = readUint32(data, 0);
  const height = readUint32(data, 4);
  const hasKnownMethods = readUint8(data, 10) === 0 && readUint8(data, 11) === 0 && readUint8(data, 12) <= 1;
  if (width === 0 || height === 0 || width > largestSide || height > largestSide || !hasKnownMethods) {
    throw new ImageFormatError('image_damaged', 'The header of the PNG makes no sense.');
  }
  return { width, height };
}

import { readUint16, readUint32 } from '../read-integer.ts';

/** EXIF's eight ways to turn and mirror a picture before it is shown; 1 is as stored, 5 to 8 swap width and height. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const orientationTag = 0x0112;
const shortType = 3;
const longType = 4;

/**
 * The Orientation tag of an EXIF block (a TIFF header and its first directory, TIFF 6.0), with or without the
 * `Exif\0\0` before it. A block that is absent, broken or silent about it means 1, as every viewer reads it.
 */
export function readOrientation(block: Uint8Array | undefined): Orientation {
  if (block === undefined) return 1;
  const tiff = hasExifSignature(block) ? block.subarray(6) : block;
  if (tiff.length < 8) return 1;
  const littleEndian = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (!littleEndian && !(tiff[0] === 0x4d && tiff[1] === 0x4d)) return 1;
  if (readUint16(tiff, 2, littleEndian) !== 42) return 1;
  const directory = readUint32(tiff, 4, littleEndian);
  if (directory + 2 > tiff.length) return 1;
  const entries = readUint16(tiff, directory, littleEndian);
  for (let entry = 0; entry < entries; entry++) {
    const offset = directory + 2 + entry * 12;
    if (offset + 12 > tiff.length) return 1;
    if (readUint16(tiff, offset, littleEndian) !== orientationTag) continue;
    const type = readUint16(tiff, offset + 2, littleEndian);
    if (type !== shortType && type !== longType) return 1;
    const value = (type === shortType ? readUint16 : readUint32)(tiff, offset + 8, littleEndian);
    return orientations.find((orientation) => orientation === value) ?? 1;
  }
  return 1;
}

/** A new EXIF block (26 bytes, little-endian TIFF) that says the orientation and nothing else. */
export function writeOrientation(orientation: Orientation): number[] {
  const header = [0x49, 0x49, 42, 0, 8, 0, 0, 0];
  const entry = [0x12, 0x01, shortType, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
  const nextDirectory = [0, 0, 0, 0];
  return [...header, 1, 0, ...entry, ...nextDirectory];
}

/** Whether showing the picture upright swaps its stored width and height. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

function hasExifSignature(block: Uint8Array): boolean {
  return [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, index) => block[index] === byte);
}

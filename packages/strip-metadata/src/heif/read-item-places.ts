import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint16, readUint32 } from '../read-integer.ts';
import type { ItemPlace } from './heif-file.ts';
import type { Box } from './read-boxes.ts';

const mostExtents = 100_000;

/**
 * Where each item's bytes are (ISO/IEC 14496-12, 8.11.3), as offsets in the file. Items in other files, or made of other items'
 * bytes, have no place.
 */
export function readItemPlaces(bytes: Uint8Array, iloc: Box, idat: Box | undefined): Map<number, ItemPlace> {
  const version = readUint8(bytes, iloc.body);
  if (version > 2) throw damaged('The places of the items are told in an unknown way.');
  const sizes = readUint16(bytes, iloc.body + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  let at = iloc.body + 6;
  const read = (size: number): number => {
    const value = readSized(bytes, at, size);
    at += size;
    if (at > iloc.end) throw damaged('The places of the items are cut.');
    return value;
  };
  const places = new Map<number, ItemPlace>();
  let allExtents = 0;
  const count = read(version < 2 ? 2 : 4);
  for (let item = 0; item < count; item++) {
    const id = read(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : read(2) & 15;
    const file = read(2);
    const base = read(baseSize);
    const extents = read(2);
    allExtents += extents;
    if (allExtents > mostExtents) throw damaged('There are too many places.');
    const place: ItemPlace = { isInMeta: method === 1, extents: [] };
    const within = method === 1 ? idat : { body: 0, end: bytes.length };
    for (let extent = 0; extent < extents; extent++) {
      read(indexSize);
      const start = (within?.body ?? 0) + base + read(offsetSize);
      const length = read(lengthSize);
      place.extents.push({ start, end: length === 0 && within ? within.end : start + length });
    }
    if (file !== 0 || method > 1 || within === undefined) continue;
    if (place.extents.every(({ start, end }) => start <= end && end <= within.end)) places.set(id, place);
  }
  return places;
}

function readSized(bytes: Uint8Array, at: number, size: number): number {
  switch (size) {
    case 0:
      return 0;
    case 2:
      return readUint16(bytes, at);
    case 4:
      return readUint32(bytes, at);
    case 8:
      return readUint32(bytes, at) * 2 ** 32 + readUint32(bytes, at + 4);
    default:
      throw damaged('The places of the items have an odd length.');
  }
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { ImageFormatError } from './image-format-error.ts';

/**
 * Unsigned 8 bits at `offset`. Every reader here throws `image_damaged` beyond the end, so no length field is trusted.
 */
export function readUint8(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new ImageFormatError('image_damaged', `The image ends before byte ${offset}.`);
  return byte;
}

/** Unsigned 16 bits, big-endian unless told. */
export function readUint16(bytes: Uint8Array, offset: number, littleEndian = false): number {
  const first = readUint8(bytes, offset);
  const second = readUint8(bytes, offset + 1);
  return littleEndian ? second * 0x100 + first : first * 0x100 + second;
}

/** Unsigned 32 bits, big-endian unless told. */
export function readUint32(bytes: Uint8Array, offset: number, littleEndian = false): number {
  const first = readUint16(bytes, offset, littleEndian);
  const second = readUint16(bytes, offset + 2, littleEndian);
  return littleEndian ? second * 0x10000 + first : first * 0x10000 + second;
}

/** `length` bytes as characters of the same code: four-letter names of chunks, signatures of segments. */
export function readName(bytes: Uint8Array, offset: number, length = 4): string {
  let name = '';
  for (let index = offset; index < offset + length; index++) name += String.fromCharCode(readUint8(bytes, index));
  return name;
}

/** Four bytes of an unsigned 32-bit integer, most significant first. */
export function uint32Bytes(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

/** Four bytes of an unsigned 32-bit integer, least significant first. */
export function uint32LittleEndianBytes(value: number): number[] {
  return uint32Bytes(value).reverse();
}

/** Two bytes of an unsigned 16-bit integer, most significant first. */
export function uint16Bytes(value: number): number[] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

/** One byte a character: names of chunks, signatures, plain English text. */
export function nameBytes(name: string): number[] {
  return Array.from(name, (character) => character.charCodeAt(0) & 0xff);
}

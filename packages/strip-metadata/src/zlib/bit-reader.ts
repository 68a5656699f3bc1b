import { readUint8 } from '../read-integer.ts';

/** Bits of a deflate stream, least significant first (RFC 1951, 3.1.1). Throws `image_damaged` beyond the end. */
export type BitReader = {
  readBits(count: number): number;
  /** Goes to the next whole byte and takes `count` of them. */
  readBytes(count: number): Uint8Array;
};

export function readBitsOf(bytes: Uint8Array, start: number): BitReader {
  let position = start;
  let held = 0;
  let heldCount = 0;
  return {
    readBits(count) {
      while (heldCount < count) {
        held |= readUint8(bytes, position++) << heldCount;
        heldCount += 8;
      }
      const value = held & ((1 << count) - 1);
      held >>>= count;
      heldCount -= count;
      return value;
    },
    readBytes(count) {
      // Never more than 7 bits are held between two reads, so no whole byte is lost.
      held = 0;
      heldCount = 0;
      const taken = bytes.subarray(position, position + count);
      position += count;
      return taken;
    },
  };
}

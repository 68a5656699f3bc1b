export type ByteCollection = { add(part: ArrayLike<number>): void; toBytes(): Uint8Array<ArrayBuffer> };

/**
 * Joins parts into one array that grows as needed. Parts are copied at once: a hostile image of millions of tiny
 * segments costs its own size in memory, not an object a segment.
 */
export function collectBytes(expectedLength: number): ByteCollection {
  let buffer = new Uint8Array(expectedLength);
  let length = 0;
  return {
    add(part) {
      if (length + part.length > buffer.length) {
        const larger = new Uint8Array(Math.max(buffer.length * 2, length + part.length));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(part, length);
      length += part.length;
    },
    toBytes: () => buffer.slice(0, length),
  };
}

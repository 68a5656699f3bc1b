/** The Adler-32 checksum of a zlib stream (RFC 1950), as an unsigned integer. */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 0x10000 + low;
}

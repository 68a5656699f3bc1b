import { crc32 } from 'node:zlib';

/**
 * A copy with one to four places damaged: bytes changed, taken out, doubled, or the end cut off. Where a checksum or a
 * length would give the damage away at once, it is mostly set right again, so that the damage gets further in.
 */
export function damageImage(image: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = Buffer.from(image);
  for (let places = 1 + below(4); places > 0; places--) {
    const at = below(random() < 0.6 ? Math.min(bytes.length, 900) : bytes.length);
    const kind = below(12);
    if (kind < 4) bytes[at] = below(256);
    else if (kind < 8) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind < 9) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(20))]);
    else if (kind < 11) bytes = Buffer.concat([bytes.subarray(0, at + 1 + below(40)), bytes.subarray(at)]);
    else if (random() < 0.3) bytes = bytes.subarray(0, at + 1);
  }
  if (random() < 0.2) return bytes;
  if (bytes[0] === 0x89) mendChecksums(bytes);
  if (bytes.length > 8 && bytes.toString('latin1', 0, 4) === 'RIFF') bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}

function mendChecksums(png: Buffer): void {
  let at = 8;
  while (at + 12 <= png.length) {
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) return;
    png.writeUInt32BE(crc32(png.subarray(at + 4, end - 4)), end - 4);
    at = end;
  }
}

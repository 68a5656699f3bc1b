import { inflateSync } from 'node:zlib';

const jpegNames: Record<number, string> = { 196: 'DHT', 219: 'DQT', 221: 'DRI', 218: 'SOS' };

/**
 * The names of an image's parts, told by a reader of its own that knows well-formed files only and fails on any other
 * byte, and what its packed parts hold unpacked.
 */
export function listParts(image: Uint8Array): { parts: string[]; unpacked: Buffer } {
  const bytes = Buffer.from(image);
  if (bytes[0] === 0xff) return { parts: listJpegParts(bytes), unpacked: Buffer.alloc(0) };
  return bytes[0] === 0x89 ? listPngChunks(bytes) : { parts: listWebpChunks(bytes), unpacked: Buffer.alloc(0) };
}

function listJpegParts(bytes: Buffer): string[] {
  const parts = ['SOI'];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new Error(`A stray byte at ${at}`);
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) {
      if (at + 2 !== bytes.length) throw new Error('Something is behind the end');
      return [...parts, 'EOI'];
    }
    parts.push(nameSegment(marker, bytes.subarray(at + 4)));
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker !== 0xda) continue;
    parts.push('scan');
    while (bytes[at] !== 0xff || bytes[at + 1] === 0 || ((bytes[at + 1] ?? 0) & 0xf8) === 0xd0) at++;
  }
  throw new Error('The JPEG has no end');
}

function nameSegment(marker: number, body: Buffer): string {
  if (marker >= 0xe0 && marker <= 0xef) {
    return `APP${marker - 0xe0} ${body.toString('latin1').match(/^\w+/)?.[0] ?? '?'}`;
  }
  return jpegNames[marker] ?? (marker >= 0xc0 && marker <= 0xc2 ? 'SOF' : `marker ${marker.toString(16)}`);
}

function listPngChunks(bytes: Buffer): { parts: string[]; unpacked: Buffer } {
  const parts: string[] = [];
  let unpacked = Buffer.alloc(0);
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (name === 'iCCP') unpacked = Buffer.concat([unpacked, inflateSync(data.subarray(data.indexOf(0) + 2))]);
    parts.push(name);
  }
  return { parts, unpacked };
}

function listWebpChunks(bytes: Buffer): string[] {
  const parts: string[] = [];
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) throw new Error('Something is behind the end');
  for (let at = 12; at < bytes.length; at += 8 + 2 * Math.ceil(bytes.readUInt32LE(at + 4) / 2)) {
    parts.push(bytes.toString('latin1', at, at + 4));
  }
  return parts;
}

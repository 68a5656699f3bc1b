import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';

/** Flags of the extended header (VP8X): alpha, colour profile, EXIF, XMP. */
const flags = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04 };

/** Puts the location into every chunk of a WebP (one still picture) that can hold one, and behind its end. */
export function plantInWebp(
  image: Buffer,
  size: { width: number; height: number },
  canary: LocationCanary,
  planted: PlantedMetadata,
): Buffer {
  const text = decimalText(canary);
  const picture = readChunks(image.subarray(12)).filter(({ name }) => ['VP8 ', 'VP8L', 'ALPH'].includes(name));
  const alpha = picture.some(({ name }) => name !== 'VP8 ') ? flags.alpha : 0;
  const head = Buffer.alloc(10);
  head.writeUInt8(flags.icc | flags.exif | flags.xmp | alpha);
  head.writeUIntLE(size.width - 1, 4, 3);
  head.writeUIntLE(size.height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    webpChunk('VP8X', head),
    webpChunk('ICCP', planted.icc),
    ...picture.map(({ name, content }) => webpChunk(name, content)),
    webpChunk('EXIF', planted.exif),
    webpChunk('XMP ', planted.xmp),
    webpChunk('GPSC', Buffer.from(`${text} ${canary.place}`)),
  ]);
  const riff = Buffer.alloc(8);
  riff.write('RIFF', 'latin1');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body, Buffer.from(`behind the end ${text}`)]);
}

function readChunks(bytes: Buffer): { name: string; content: Buffer }[] {
  const chunks: { name: string; content: Buffer }[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    chunks.push({ name: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function webpChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

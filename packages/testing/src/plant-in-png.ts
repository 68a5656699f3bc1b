import { crc32, deflateSync } from 'node:zlib';
import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';

const headerEnd = 8 + 25;
const endLength = 12;

/** Puts the location into every chunk of a PNG that can hold one, before and after the picture, and behind its end. */
export function plantInPng(image: Buffer, canary: LocationCanary, planted: PlantedMetadata): Buffer {
  const text = decimalText(canary);
  const hex = planted.exif.toString('hex').replace(/.{72}/g, '$&\n');
  const profile = `\nexif\n${String(planted.exif.length).padStart(8)}\n${hex}\n`;
  return Buffer.concat([
    image.subarray(0, headerEnd),
    pngChunk('iCCP', Buffer.from('icc\0\0'), deflateSync(planted.icc)),
    pngChunk('eXIf', planted.exif),
    pngChunk('tEXt', Buffer.from(`Comment\0taken at ${text}`)),
    pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), planted.xmp),
    pngChunk('iTXt', Buffer.from('Location\0\x01\0\0\0'), deflateSync(Buffer.from(`${text} ${canary.place}`))),
    pngChunk('zTXt', Buffer.from('Raw profile type exif\0\0'), deflateSync(Buffer.from(profile))),
    // A private chunk that claims to be safe to copy.
    pngChunk('gpSt', Buffer.from(text, 'utf16le')),
    withoutProfile(image.subarray(headerEnd, -endLength)),
    pngChunk('tEXt', Buffer.from(`Source\0${text}`)),
    image.subarray(-endLength),
    Buffer.from(`behind the end ${text} ${canary.place}`),
  ]);
}

/** Chunks as they are, less a colour profile or sRGB mark, since a PNG may have one of them only. */
function withoutProfile(chunks: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < chunks.length; ) {
    const next = at + 12 + chunks.readUInt32BE(at);
    if (!['iCCP', 'sRGB'].includes(chunks.toString('latin1', at + 4, at + 8))) kept.push(chunks.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

/** A PNG chunk: length, four-letter name, content, checksum. */
export function pngChunk(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), ...content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

import { collectBytes } from '../collect-bytes.ts';
import { longestColorProfile, rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { writeOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { nameBytes, uint32Bytes } from '../write-integer.ts';
import { inflateZlib } from '../zlib/inflate-zlib.ts';
import { storeZlib } from '../zlib/store-zlib.ts';
import { crc32 } from './crc32.ts';
import { hasRightChecksum, type PngChunk, readPngChunks } from './read-png-chunks.ts';
import { readPngHeader } from './read-png-header.ts';

/** Chunks that decide how the pixels look, with the lengths that they may have; one of another length is ignored by decoders too. */
const lookChunks: Record<string, (length: number) => boolean> = {
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  cICP: (length) => length === 4,
  sBIT: (length) => length >= 1 && length <= 4,
  bKGD: (length) => length === 1 || length === 2 || length === 6,
  pHYs: (length) => length === 9,
  tRNS: (length) => length >= 1 && length <= 256,
};

/**
 * A PNG of the same picture: header, palette, image data and the chunks that decide its look copied, profile and orientation
 * written anew, everything else (text, times, further frames, what lies behind the end) left out.
 */
export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { orientation } = readPngHeader(bytes);
  const output = collectBytes(bytes.length + 64);
  const seen = new Set<string>();
  let previous = '';
  output.add(bytes.subarray(0, 8));
  for (const chunk of readPngChunks(bytes)) {
    const { type } = chunk;
    const isContinuation = type === 'IDAT' && previous === 'IDAT';
    const isRepeated = seen.has(type) && !isContinuation;
    previous = type;
    if (isCritical(type)) {
      checkCritical(bytes, chunk, isRepeated);
      if (type === 'IEND' && !seen.has('IDAT')) throw damaged('The PNG has no picture.');
      output.add(bytes.subarray(chunk.start, chunk.end));
      if (type === 'IHDR' && orientation !== 1) output.add(writeChunk('eXIf', writeOrientation(orientation)));
    } else if (!isRepeated && !seen.has('IDAT') && hasRightChecksum(bytes, chunk)) {
      if (type === 'iCCP') output.add(rebuildProfileChunk(chunk.data));
      else if (lookChunks[type]?.(chunk.data.length)) output.add(bytes.subarray(chunk.start, chunk.end));
    }
    // Only names we know: a hostile file has millions of others.
    if (isCritical(type) || type === 'iCCP' || type in lookChunks) seen.add(type);
  }
  return output.toBytes();
}

/** A chunk whose first letter is upper case can't be left out without changing the picture. */
function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x60;
}

function checkCritical(bytes: Uint8Array, chunk: PngChunk, isRepeated: boolean): void {
  const { type, data } = chunk;
  if (!['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type))
    throw new ImageFormatError('unsupported_image', 'An unusual PNG.');
  if (isRepeated) throw damaged(`The PNG has a second ${type}.`);
  if (type === 'PLTE' && (data.length % 3 !== 0 || data.length === 0 || data.length > 768))
    throw damaged('A bad palette.');
  if (type === 'IEND' && data.length !== 0) throw damaged('The end of the PNG is no end.');
  if (!hasRightChecksum(bytes, chunk)) throw damaged(`A checksum of the PNG is wrong, in ${type}.`);
}

/** The profile under a neutral name; nothing when it is broken, as decoders then show the picture without one. */
function rebuildProfileChunk(data: Uint8Array): ArrayLike<number> {
  const nameEnd = data.subarray(0, 80).indexOf(0);
  if (nameEnd < 1 || data[nameEnd + 1] !== 0) return [];
  try {
    const profile = rebuildColorProfile(inflateZlib(data.subarray(nameEnd + 2), longestColorProfile));
    if (profile === undefined) return [];
    return writeChunk('iCCP', nameBytes('ICC profile\0\0'), storeZlib(profile));
  } catch (error) {
    if (error instanceof ImageFormatError) return [];
    throw error;
  }
}

function writeChunk(type: string, ...data: ArrayLike<number>[]): Uint8Array {
  const length = data.reduce((sum, part) => sum + part.length, 0);
  const checked = collectBytes(4 + length);
  for (const part of [nameBytes(type), ...data]) checked.add(part);
  const chunk = collectBytes(12 + length);
  for (const part of [uint32Bytes(length), checked.toBytes(), uint32Bytes(crc32(checked.toBytes()))]) chunk.add(part);
  return chunk.toBytes();
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { collectBytes } from '../collect-bytes.ts';
import { writeOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { hasRightChecksum, type PngChunk, readPngChunks } from './read-png-chunks.ts';
import { readPngHeader } from './read-png-header.ts';
import { rebuildProfileChunk } from './rebuild-profile-chunk.ts';
import { writePngChunk } from './write-png-chunk.ts';

const criticalChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Chunks that decide how the pixels look, with the lengths that they may have; one of another length is ignored by
 * decoders too.
 */
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
 * A PNG of the same picture: header, palette, image data and the chunks that decide its look copied, profile and
 * orientation written anew, everything else (text, times, further frames, what lies behind the end) left out.
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
    if (isCritical(type)) checkCritical(bytes, chunk, isRepeated);
    // Behind the data, decoders don't look for what decides the look of the picture.
    else if (isRepeated || seen.has('IDAT')) continue;
    if (type === 'IEND' && !seen.has('IDAT')) throw damaged('The PNG has no picture.');
    const kept = keepChunk(bytes, chunk);
    // A profile counts as seen even where it is broken: unpacking thousands of them would take too long.
    if (kept !== undefined || type === 'iCCP') seen.add(type);
    if (kept !== undefined) output.add(kept);
    if (type === 'IHDR' && orientation !== 1) output.add(writePngChunk('eXIf', writeOrientation(orientation)));
  }
  return output.toBytes();
}

/** What stays of a chunk: all of it, its profile rebuilt, or nothing. */
function keepChunk(bytes: Uint8Array, chunk: PngChunk): Uint8Array | undefined {
  const { type, data } = chunk;
  if (isCritical(type)) return bytes.subarray(chunk.start, chunk.end);
  if (!hasRightChecksum(bytes, chunk)) return undefined;
  if (type === 'iCCP') return rebuildProfileChunk(data);
  return lookChunks[type]?.(data.length) ? bytes.subarray(chunk.start, chunk.end) : undefined;
}

/** A chunk whose first letter is upper case can't be left out without changing the picture. */
function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x60;
}

function checkCritical(bytes: Uint8Array, chunk: PngChunk, isRepeated: boolean): void {
  const { type, data } = chunk;
  if (!criticalChunks.has(type)) throw new ImageFormatError('unsupported_image', 'An unusual PNG.');
  if (isRepeated) throw damaged(`The PNG has a second ${type}.`);
  if (type === 'PLTE' && !isPalette(data)) throw damaged('The palette of the PNG is none.');
  if (type === 'IEND' && data.length !== 0) throw damaged('The end of the PNG is no end.');
  if (!hasRightChecksum(bytes, chunk)) throw damaged(`A checksum of the PNG is wrong, in ${type}.`);
}

/** One to 256 colours of three bytes. */
function isPalette(data: Uint8Array): boolean {
  return data.length % 3 === 0 && data.length > 0 && data.length <= 256 * 3;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { ImageFormatError } from '../image-format-error.ts';
import { readUint16 } from '../read-integer.ts';

export const jpegMarker = {
  DHT: 0xc4,
  DAC: 0xcc,
  firstRestart: 0xd0,
  lastRestart: 0xd7,
  SOI: 0xd8,
  EOI: 0xd9,
  SOS: 0xda,
  DQT: 0xdb,
  DNL: 0xdc,
  DRI: 0xdd,
  APP0: 0xe0,
  APP1: 0xe1,
  APP2: 0xe2,
  APP14: 0xee,
  temporary: 0x01,
} as const;

/**
 * A stretch of a JPEG file: a segment (`start` at its FF, `body` behind its length, both of them before `end`), the
 * entropy-coded data behind a start of scan, or the end of the image.
 */
export type JpegPart =
  | { kind: 'segment'; marker: number; start: number; body: number; end: number }
  | { kind: 'scan'; start: number; end: number }
  | { kind: 'end' };

/**
 * The parts of a JPEG in file order (ITU-T T.81, annex B) up to its end of image; what lies behind that is never looked
 * at. Fill bytes and stray bytes between segments are passed over, as decoders do. Throws `image_damaged` where the
 * file breaks off.
 */
export function* readJpegParts(bytes: Uint8Array): Generator<JpegPart> {
  let position = 2;
  while (true) {
    position = findMarker(bytes, position);
    const marker = bytes[position + 1] ?? 0;
    if (marker === jpegMarker.EOI) {
      yield { kind: 'end' };
      return;
    }
    if (marker === jpegMarker.SOI) throw damaged('A second image starts inside the first.');
    if (marker === jpegMarker.temporary || isRestart(marker)) {
      position += 2;
      continue;
    }
    const end = position + 2 + readUint16(bytes, position + 2);
    if (end < position + 4 || end > bytes.length) throw damaged('A segment is longer than the file.');
    yield { kind: 'segment', marker, start: position, body: position + 4, end };
    position = end;
    if (marker === jpegMarker.SOS) {
      position = findScanEnd(bytes, end);
      yield { kind: 'scan', start: end, end: position };
    }
  }
}

/** Where the next marker's last FF is, from `from` on. */
function findMarker(bytes: Uint8Array, from: number): number {
  let position = bytes.indexOf(0xff, from);
  while (position !== -1 && position + 1 < bytes.length) {
    const next = bytes[position + 1];
    if (next !== 0xff && next !== 0) return position;
    position = next === 0xff ? position + 1 : bytes.indexOf(0xff, position + 2);
  }
  throw damaged('The image has no end.');
}

/** Where the entropy-coded data ends: before the first marker that is neither a stuffed FF nor a restart. */
function findScanEnd(bytes: Uint8Array, from: number): number {
  let position = bytes.indexOf(0xff, from);
  while (position !== -1) {
    let code = position + 1;
    while (bytes[code] === 0xff) code++;
    const marker = bytes[code];
    if (marker === undefined) break;
    if (marker !== 0 && !isRestart(marker)) return position;
    position = bytes.indexOf(0xff, code + 1);
  }
  throw damaged('The image data has no end.');
}

function isRestart(marker: number): boolean {
  return marker >= jpegMarker.firstRestart && marker <= jpegMarker.lastRestart;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

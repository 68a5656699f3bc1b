import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint16 } from '../read-integer.ts';
import { jpegMarker } from './read-jpeg-parts.ts';

/** What a segment is to us: part of the picture, or to be left out. */
export type JpegSegmentUse = 'frame' | 'picture' | 'left out';

/** Baseline, extended, progressive, and the latter two with arithmetic coding: the frames that libjpeg decodes. */
const readableFrames = new Set([0xc0, 0xc1, 0xc2, 0xc9, 0xca]);
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xcb, 0xcd, 0xce, 0xcf, 0xf7]);

/**
 * Tells what a segment is for. One that belongs to the picture has to be exactly as long as its own contents say, so
 * that nothing can hide behind a table; libjpeg refuses other lengths too. Application segments and comments are left
 * out.
 */
export function checkJpegSegment(marker: number, body: Uint8Array): JpegSegmentUse {
  if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) return 'left out';
  if (readableFrames.has(marker)) {
    readFrameSize(body);
    return 'frame';
  }
  if (otherFrames.has(marker)) {
    throw new ImageFormatError('unsupported_image', 'A JPEG of a kind that browsers do not show.');
  }
  if (body.length !== expectedLength(marker, body)) {
    throw new ImageFormatError('image_damaged', `A segment ${marker.toString(16)} has a wrong length or is unknown.`);
  }
  return 'picture';
}

/** Stored width and height, in pixels, from the body of a frame header. */
export function readFrameSize(body: Uint8Array): { width: number; height: number } {
  const components = readUint8(body, 5);
  const height = readUint16(body, 1);
  const width = readUint16(body, 3);
  if (components < 1 || components > 4 || body.length !== 6 + 3 * components || width === 0) {
    throw new ImageFormatError('image_damaged', 'The frame header makes no sense.');
  }
  // A height told only after the picture (DNL) is in the standard, but in no camera and no decoder that we use.
  if (height === 0) throw new ImageFormatError('unsupported_image', 'The JPEG tells its height behind the picture.');
  return { width, height };
}

function expectedLength(marker: number, body: Uint8Array): number {
  switch (marker) {
    case jpegMarker.DQT:
      return tablesLength(body, (offset) => 1 + (readUint8(body, offset) >> 4 === 0 ? 64 : 128));
    case jpegMarker.DHT:
      return tablesLength(body, (offset) => 17 + sumCounts(body.subarray(offset + 1, offset + 17)));
    case jpegMarker.SOS:
      return 4 + 2 * readUint8(body, 0);
    case jpegMarker.DRI:
    case jpegMarker.DNL:
      return 2;
    case jpegMarker.DAC:
      return body.length - (body.length % 2);
    default:
      return -1;
  }
}

/** The length of tables that stand one behind the other, each as long as its own first bytes say. */
function tablesLength(body: Uint8Array, tableLength: (offset: number) => number): number {
  let offset = 0;
  while (offset < body.length) offset += tableLength(offset);
  return offset;
}

function sumCounts(counts: Uint8Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

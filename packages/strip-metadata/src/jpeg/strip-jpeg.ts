import { collectBytes } from '../collect-bytes.ts';
import { rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { writeOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { nameBytes, uint16Bytes } from '../write-integer.ts';
import { checkJpegSegment } from './check-jpeg-segment.ts';
import { type JpegHeader, readJpegHeader } from './read-jpeg-header.ts';
import { jpegMarker, readJpegParts } from './read-jpeg-parts.ts';

/**
 * A segment's length field is 16 bits and counts itself; a profile's piece also has its signature, number and count.
 */
const longestProfilePiece = 0xffff - 2 - 14;

/**
 * A JPEG of the same picture: its tables, frame and scans copied byte for byte, its application segments written anew,
 * everything else, and all that lies behind its end (thumbnails, depth maps, films), left out.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = readJpegHeader(bytes);
  const output = collectBytes(bytes.length + 64);
  output.add([0xff, jpegMarker.SOI]);
  for (const segment of writeApplicationSegments(header)) output.add(segment);
  let frames = 0;
  for (const part of readJpegParts(bytes)) {
    if (part.kind === 'scan') output.add(bytes.subarray(part.start, part.end));
    if (part.kind !== 'segment') continue;
    const use = checkJpegSegment(part.marker, bytes.subarray(part.body, part.end));
    if (use === 'frame') frames++;
    if (frames > 1) throw new ImageFormatError('image_damaged', 'The JPEG has two frame headers.');
    if (use !== 'left out') output.add(bytes.subarray(part.start, part.end));
  }
  output.add([0xff, jpegMarker.EOI]);
  return output.toBytes();
}

function* writeApplicationSegments(header: JpegHeader): Generator<ArrayLike<number>> {
  if (header.density !== undefined) {
    const version = [1, 1];
    const thumbnail = [0, 0];
    yield segment(jpegMarker.APP0, [...nameBytes('JFIF\0'), ...version, ...header.density, ...thumbnail]);
  }
  if (header.orientation !== 1) {
    yield segment(jpegMarker.APP1, [...nameBytes('Exif\0\0'), ...writeOrientation(header.orientation)]);
  }
  if (header.adobeTransform !== undefined) {
    const version = [0, 100];
    const flags = [0, 0, 0, 0];
    yield segment(jpegMarker.APP14, [...nameBytes('Adobe'), ...version, ...flags, header.adobeTransform]);
  }
  const profile = header.colorProfile && rebuildColorProfile(header.colorProfile);
  if (profile === undefined) return;
  const pieces = Math.ceil(profile.length / longestProfilePiece);
  for (let piece = 0; piece < pieces; piece++) {
    const data = profile.subarray(piece * longestProfilePiece, (piece + 1) * longestProfilePiece);
    yield segment(jpegMarker.APP2, [...nameBytes('ICC_PROFILE\0'), piece + 1, pieces, ...data]);
  }
}

function segment(marker: number, body: number[]): number[] {
  return [0xff, marker, ...uint16Bytes(body.length + 2), ...body];
}

import { type Orientation, readOrientation } from '../exif/orientation.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint8 } from '../read-integer.ts';
import { checkJpegSegment, readFrameSize } from './check-jpeg-segment.ts';
import { joinColorProfile } from './join-color-profile.ts';
import { jpegMarker, readJpegParts } from './read-jpeg-parts.ts';

/**
 * What stands before the first scan of a JPEG: all that the stripped file's application segments are made anew from.
 */
export type JpegHeader = {
  width: number;
  height: number;
  orientation: Orientation;
  /** Unit and density, 5 bytes; undefined when the file has no JFIF segment. */
  density: Uint8Array | undefined;
  /** Adobe's colour transform; without it a CMYK or RGB picture comes out in wrong colours. */
  adobeTransform: number | undefined;
  colorProfile: Uint8Array | undefined;
};

const exifSignature = 'Exif\0\0';
const jfifSignature = 'JFIF\0';
const adobeSignature = 'Adobe';
const profileSignature = 'ICC_PROFILE\0';
const mostProfilePieces = 255;

/** Reads a JPEG's header up to its first scan. Sizes are as stored, in pixels, before the orientation is applied. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  let size: { width: number; height: number } | undefined;
  let exif: Uint8Array | undefined;
  let density: Uint8Array | undefined;
  let adobeTransform: number | undefined;
  const profilePieces: Uint8Array[] = [];
  for (const part of readJpegParts(bytes)) {
    if (part.kind !== 'segment') break;
    const body = bytes.subarray(part.body, part.end);
    if (part.marker === jpegMarker.SOS) {
      if (size === undefined) break;
      const colorProfile = joinColorProfile(profilePieces);
      return { ...size, orientation: readOrientation(exif), density, adobeTransform, colorProfile };
    }
    if (checkJpegSegment(part.marker, body) === 'frame') size ??= readFrameSize(body);
    if (part.marker === jpegMarker.APP0 && starts(body, jfifSignature, 14)) density = body.subarray(7, 12);
    if (part.marker === jpegMarker.APP1 && starts(body, exifSignature, 14)) exif ??= body;
    const isProfilePiece = part.marker === jpegMarker.APP2 && starts(body, profileSignature, 14);
    if (isProfilePiece && profilePieces.length <= mostProfilePieces) profilePieces.push(body.subarray(12));
    if (part.marker === jpegMarker.APP14 && starts(body, adobeSignature, 12)) adobeTransform = readUint8(body, 11);
  }
  throw new ImageFormatError('image_damaged', 'The JPEG has no picture.');
}

function starts(body: Uint8Array, signature: string, leastLength: number): boolean {
  return body.length >= leastLength && readName(body, 0, signature.length) === signature;
}

import { collectBytes } from '../collect-bytes.ts';
import { rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { checkJpegSegment } from '../jpeg/check-jpeg-segment.ts';
import { jpegMarker, readJpegParts } from '../jpeg/read-jpeg-parts.ts';
import { stripJpeg } from '../jpeg/strip-jpeg.ts';
import { readNumber, readNumbers, type TiffField, type TiffPage } from './read-tiff-pages.ts';
import { pictureTags, tiffTag } from './tiff-tags.ts';
import { writeTiff } from './write-tiff.ts';

const jpegCompression = 7;
const uncompressed = 1;
/** None, the three of fax machines, LZW, JPEG, deflate by both its numbers, PackBits. */
const knownCompressions = new Set([uncompressed, 2, 3, 4, 5, jpegCompression, 8, 32946, 32773]);
/** White or black is zero, RGB, palette, CMYK, YCbCr, CIELAB; a camera's raw data is none of these. */
const knownPhotometrics = new Set([0, 1, 2, 3, 5, 6, 8]);
const yCbCr = 6;
const mostPieces = 200_000;
const undefinedType = 7;
const numberTypes = new Set([3, 4, 5]);

/** A TIFF that holds this page alone: tags that decide how it looks, its colour profile, and its data in the same order. */
export function stripTiffPage(bytes: Uint8Array, page: TiffPage): Uint8Array<ArrayBuffer> {
  checkKind(page);
  const fields = new Map<number, TiffField>();
  for (const [tag, most] of Object.entries(pictureTags)) {
    const field = page.fields.get(Number(tag));
    if (field && numberTypes.has(field.type) && field.count <= most) fields.set(Number(tag), field);
  }
  const isTiled = page.fields.has(tiffTag.tileWidth);
  const isJpeg = readNumber(page, tiffTag.compression, uncompressed) === jpegCompression;
  const tables = isJpeg ? page.fields.get(tiffTag.jpegTables) : undefined;
  if (tables !== undefined) fields.set(tiffTag.jpegTables, toField(stripTables(tables.data)));
  const profile = page.fields.get(tiffTag.colorProfile);
  const rebuilt = profile && rebuildColorProfile(profile.data);
  if (rebuilt !== undefined) fields.set(tiffTag.colorProfile, toField(rebuilt));
  const pieces = readPieces(bytes, page, isTiled);
  return writeTiff({
    littleEndian: page.littleEndian,
    fields,
    pieces: isJpeg ? pieces.map((piece) => stripJpeg(piece)) : pieces,
    isTiled,
  });
}

function checkKind(page: TiffPage): void {
  const isKnown =
    knownCompressions.has(readNumber(page, tiffTag.compression, uncompressed)) &&
    knownPhotometrics.has(readNumber(page, tiffTag.photometric));
  if (!isKnown || page.fields.has(tiffTag.dngVersion)) {
    throw new ImageFormatError('unsupported_image', 'A TIFF of a kind that we do not take.');
  }
}

/** The strips or tiles of the page, as many as its sides need, and no longer than they have to be. */
function readPieces(bytes: Uint8Array, page: TiffPage, isTiled: boolean): Uint8Array[] {
  const offsets = readNumbers(page, isTiled ? tiffTag.tileOffsets : tiffTag.stripOffsets) ?? [];
  const lengths = readNumbers(page, isTiled ? tiffTag.tileByteCounts : tiffTag.stripByteCounts) ?? [];
  const { count, longest } = describeLayout(page, isTiled);
  if (count > mostPieces) throw damaged('The picture has too many parts.');
  if (count > offsets.length || count > lengths.length) throw damaged('Parts of the picture are missing.');
  // Stretches may overlap, by which few bytes could become many.
  let left = bytes.length;
  return offsets.slice(0, count).map((offset, index) => {
    const length = lengths[index] ?? 0;
    left -= length;
    if (offset + length > bytes.length || left < 0) throw damaged('Parts of the picture are not in the file.');
    return bytes.subarray(offset, offset + Math.min(length, longest));
  });
}

function describeLayout(page: TiffPage, isTiled: boolean): { count: number; longest: number } {
  const width = readNumber(page, tiffTag.width);
  const height = readNumber(page, tiffTag.height);
  const samples = readNumber(page, tiffTag.samplesPerPixel, 1);
  const bits = Math.max(1, ...(readNumbers(page, tiffTag.bitsPerSample) ?? []).slice(0, 8));
  const isPlanar = readNumber(page, tiffTag.planarConfiguration, 1) === 2;
  const rows = isTiled
    ? readNumber(page, tiffTag.tileHeight)
    : Math.min(height, readNumber(page, tiffTag.rowsPerStrip, height));
  const columns = isTiled ? readNumber(page, tiffTag.tileWidth) : width;
  if (!(width > 0 && height > 0 && rows > 0 && columns > 0 && samples > 0)) throw damaged('The page has no size.');
  const count = Math.ceil(width / columns) * Math.ceil(height / rows) * (isPlanar ? samples : 1);
  const isExact =
    readNumber(page, tiffTag.compression, uncompressed) === uncompressed &&
    readNumber(page, tiffTag.photometric) !== yCbCr;
  const rowLength = Math.ceil((columns * (isPlanar ? 1 : samples) * bits) / 8);
  return { count, longest: isExact ? rowLength * rows : Number.POSITIVE_INFINITY };
}

/** The tables that JPEG strips share (TIFF technical note 2): a JPEG without a picture. */
function stripTables(tables: Uint8Array): Uint8Array {
  const kept = collectBytes(tables.length);
  kept.add([0xff, jpegMarker.SOI]);
  for (const part of readJpegParts(tables)) {
    if (part.kind !== 'segment') continue;
    if (checkJpegSegment(part.marker, tables.subarray(part.body, part.end)) === 'picture') {
      kept.add(tables.subarray(part.start, part.end));
    }
  }
  kept.add([0xff, jpegMarker.EOI]);
  return kept.toBytes();
}

function toField(data: Uint8Array): TiffField {
  return { type: undefinedType, count: data.length, data };
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { longestColorProfile, rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { stripJpeg } from '../jpeg/strip-jpeg.ts';
import { stripJpeg2000 } from '../jpeg2000/strip-jpeg2000.ts';
import { attempt } from './attempt.ts';
import { type Copier, type Copy, copyEntries, dictionary, plain } from './copy-value.ts';
import { filtersOf, settingsOf } from './pdf-file.ts';
import { isKind, type PdfStream, type PdfValue, pdfName } from './pdf-value.ts';
import { undoFilter } from './unpack-pdf-stream.ts';

const packedFilters = new Set([
  ...['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'],
  ...['CCITTFaxDecode', 'JBIG2Decode'],
]);
/** How many bytes a photo may have once the filters around it are undone. */
const longestUndone = 64 * 1024 * 1024;

const settings: Copy = dictionary(() => ({
  Predictor: plain,
  Colors: plain,
  BitsPerComponent: plain,
  Columns: plain,
  EarlyChange: plain,
  K: plain,
  EndOfLine: plain,
  EncodedByteAlign: plain,
  Rows: plain,
  EndOfBlock: plain,
  BlackIs1: plain,
  DamagedRowsBeforeError: plain,
  ColorTransform: plain,
  JBIG2Globals: stream(() => ({})),
}));

/**
 * A stream with these entries alone. A photo in it loses its own metadata; data that is packed in other ways stays packed as it is.
 * Data outside the file is left out.
 */
export function stream(entries: () => Record<string, Copy>): Copy {
  return (value, copier) => {
    if (!isKind(value, 'stream') || value.entries.has('F')) return undefined;
    const kept = copyEntries(value.entries, entries(), copier);
    const filters = filtersOf(value, copier.objects.resolve);
    const last = filters.at(-1);
    if (last === 'DCTDecode' || last === 'JPXDecode') return copyPhoto(value, kept, filters, copier);
    const unknown = filters.find((filter) => !packedFilters.has(filter));
    if (unknown !== undefined) {
      throw new ImageFormatError(
        unknown === 'Crypt' ? 'file_locked' : 'unsupported_image',
        'A part is packed in an unknown way.',
      );
    }
    copier.spend(value.raw.length);
    return finish(
      kept,
      filters,
      filters.map((_, index) => settingsOf(value, index, copier.objects.resolve)),
      value.raw,
      copier,
    );
  };
}

/** A colour profile without its texts; without any stream where it is broken. */
export const colorProfile: Copy = (value, copier) => {
  if (!isKind(value, 'stream')) return undefined;
  const profile = attempt(() => copier.objects.unpack(value, longestColorProfile));
  const rebuilt = profile && rebuildColorProfile(profile);
  if (rebuilt === undefined) return undefined;
  const kept = copyEntries(value.entries, { N: plain, Range: plain }, copier);
  return finish(kept, [], [], rebuilt, copier);
};

function copyPhoto(value: PdfStream, kept: Map<string, PdfValue>, filters: string[], copier: Copier): PdfStream {
  let data: Uint8Array = value.raw;
  for (const filter of filters.slice(0, -1)) {
    const undone = undoFilter(filter, data, longestUndone);
    if (undone === undefined) throw new ImageFormatError('unsupported_image', 'A photo is packed in an unknown way.');
    data = undone;
  }
  const isJpeg = filters.at(-1) === 'DCTDecode';
  const photo = isJpeg ? stripJpeg(data) : stripJpeg2000(data);
  copier.spend(photo.length);
  const own = settingsOf(value, filters.length - 1, copier.objects.resolve);
  return finish(kept, filters.slice(-1), [own], photo, copier);
}

function finish(
  kept: Map<string, PdfValue>,
  filters: string[],
  told: PdfValue[],
  raw: Uint8Array,
  copier: Copier,
): PdfStream {
  const entries = new Map<string, PdfValue>([...kept, ['Length', raw.length]]);
  const [only] = filters;
  const copies = told.map((one) => copier.follow(one, settings) ?? null);
  if (filters.length === 1 && only !== undefined) entries.set('Filter', pdfName(only));
  else if (filters.length > 1) entries.set('Filter', filters.map(pdfName));
  if (copies.some((one) => one !== null))
    entries.set('DecodeParms', filters.length === 1 ? (copies[0] ?? null) : copies);
  return { kind: 'stream', entries, raw };
}

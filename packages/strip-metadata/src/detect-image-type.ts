export type ImageMediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/heic'
  | 'image/avif'
  | 'image/tiff'
  | 'application/pdf';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegSignature = [0xff, 0xd8, 0xff];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
/** Mail programs and scanners put bytes before a PDF's header, which viewers overlook this far in. */
const pdfHeaderWithin = 1024;

/**
 * The media type that the first bytes tell, whatever the file is called; undefined when it is none that we take. The first
 * kilobyte is enough.
 */
export function detectImageType(bytes: Uint8Array): ImageMediaType | undefined {
  if (hasAt(bytes, 0, jpegSignature)) return 'image/jpeg';
  if (hasAt(bytes, 0, pngSignature)) return 'image/png';
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return 'image/webp';
  if (says(bytes, 0, 'II*\0') || says(bytes, 0, 'MM\0*')) return 'image/tiff';
  if (says(bytes, 4, 'ftyp')) return detectBoxes(bytes);
  for (let at = 0; at < Math.min(pdfHeaderWithin, bytes.length); at++) {
    if (bytes[at] === 0x25 && says(bytes, at, '%PDF-')) return 'application/pdf';
  }
  return undefined;
}

/** HEIC and AVIF name what they are first, or among the brands that they are compatible with. */
function detectBoxes(bytes: Uint8Array): ImageMediaType | undefined {
  const length = Math.min(bytes[3] ?? 0, bytes.length);
  let isHeic = false;
  for (let at = 8; at + 4 <= length; at += 4) {
    if (says(bytes, at, 'avif') || says(bytes, at, 'avis')) return 'image/avif';
    isHeic ||= heicBrands.some((brand) => says(bytes, at, brand));
  }
  return isHeic ? 'image/heic' : undefined;
}

function says(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}

function hasAt(bytes: Uint8Array, offset: number, expected: number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}

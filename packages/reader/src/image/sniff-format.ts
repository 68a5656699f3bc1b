/** What the first bytes of a file say it is; its name and declared type count for nothing. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic' | 'pdf';

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
const avifBrands = ['avif', 'avis'];
/** Readers of PDF take a file whose header stands this far in; mail programs and scanners put bytes before it. */
const pdfHeaderWithin = 1024;

/** The format of a picture by its bytes; null for anything that no decoder here is for. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, pdfHeaderWithin)).toString(
    'latin1',
  );
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return 'tiff';
  if (text.startsWith('ftyp', 4)) return sniffBoxes(bytes, text);
  return text.includes('%PDF-') ? 'pdf' : null;
}

/** HEIC and AVIF name their brand first, or among the compatible ones after the common `mif1`. */
function sniffBoxes(bytes: Uint8Array, text: string): ImageFormat | null {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands = text.slice(8, Math.min(size, text.length)).match(/.{4}/gs) ?? [];
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : null;
}

import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint16, readUint32 } from '../read-integer.ts';

/** One tag of a directory (TIFF 6.0, section 2): its values as they stand in the file. */
export type TiffField = { type: number; count: number; data: Uint8Array };

export type TiffPage = { littleEndian: boolean; fields: Map<number, TiffField> };

/** Bytes a value of each type: byte, ASCII, short, long, rational, and their signed and floating kin. */
const typeLengths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const shortType = 3;
const longType = 4;
const newSubfileType = 0xfe;
const subfileType = 0xff;
/** Bits of NewSubfileType: a smaller copy of another page, a mask of one. */
const noPage = 1 | 4;
const reducedCopy = 2;
const mostDirectories = 1000;
const mostFields = 500;

/** The pages of a TIFF in order. Smaller copies and masks that stand among them are no pages. */
export function readTiffPages(bytes: Uint8Array): TiffPage[] {
  const littleEndian = readUint8(bytes, 0) === 0x49;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let offset = readUint32(bytes, 4, littleEndian);
  while (offset !== 0) {
    if (seen.has(offset) || seen.size >= mostDirectories) throw damaged('The pages have no end.');
    seen.add(offset);
    const { page, next } = readDirectory(bytes, offset, littleEndian);
    const isCopy = readNumber(page, subfileType, 0) === reducedCopy;
    if ((readNumber(page, newSubfileType, 0) & noPage) === 0 && !isCopy) pages.push(page);
    offset = next;
  }
  return pages;
}

function readDirectory(bytes: Uint8Array, offset: number, littleEndian: boolean): { page: TiffPage; next: number } {
  const count = readUint16(bytes, offset, littleEndian);
  if (count > mostFields) throw damaged('A page has too many tags.');
  const fields = new Map<number, TiffField>();
  for (let entry = 0; entry < count; entry++) {
    const at = offset + 2 + entry * 12;
    const tag = readUint16(bytes, at, littleEndian);
    const type = readUint16(bytes, at + 2, littleEndian);
    const values = readUint32(bytes, at + 4, littleEndian);
    const length = (typeLengths[type] ?? 0) * values;
    const start = length <= 4 ? at + 8 : readUint32(bytes, at + 8, littleEndian);
    // A value beyond the end counts as absent; whether the picture can do without is seen when it is asked for.
    if (length === 0 || start + length > bytes.length || fields.has(tag)) continue;
    fields.set(tag, { type, count: values, data: bytes.subarray(start, start + length) });
  }
  return { page: { littleEndian, fields }, next: readUint32(bytes, offset + 2 + count * 12, littleEndian) };
}

/** The whole numbers of a tag; undefined when it is absent or holds something else. */
export function readNumbers({ fields, littleEndian }: TiffPage, tag: number): number[] | undefined {
  const field = fields.get(tag);
  if (field === undefined || (field.type !== shortType && field.type !== longType)) return undefined;
  const read = field.type === shortType ? readUint16 : readUint32;
  const length = typeLengths[field.type] ?? 0;
  return Array.from({ length: field.count }, (_, index) => read(field.data, index * length, littleEndian));
}

/** The first number of a tag. Throws `image_damaged` when it is absent and there is nothing that it usually is. */
export function readNumber(page: TiffPage, tag: number, usual?: number): number {
  const [number] = readNumbers(page, tag) ?? [];
  const value = number ?? usual;
  if (value === undefined) throw damaged(`The page has no tag ${tag}.`);
  return value;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

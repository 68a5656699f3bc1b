import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';
import type { ByteOrder } from './write-exif-location.ts';

type Field = { tag: number; type: number; count: number; data: Buffer };

const typeLengths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const partLengths = [0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8];
const tags = { stripOffsets: 273, stripByteCounts: 279, tileOffsets: 324, tileByteCounts: 325, orientation: 274 };
const [ascii, short, long, undefinedBytes] = [2, 3, 4, 7];

/**
 * Puts the location into every place where a TIFF (one page, little endian, as libtiff writes it) can hold it. The file starts
 * with an EXIF block, which is a TIFF itself, so that its directories (GPS, maker's note) stand where they say they do.
 */
export function plantInTiff(
  image: Buffer,
  { orientation, order }: { orientation: number; order: ByteOrder },
  canary: LocationCanary,
  planted: PlantedMetadata,
): Buffer {
  const text = decimalText(canary);
  const words = Buffer.from(`${text} ${canary.place}\0`);
  const u16 = (value: number) => numberBytes(value, 2, order);
  const u32 = (value: number) => numberBytes(value, 4, order);
  const picture = readFields(image, image.readUInt32LE(4), 'little').map((field) => ({
    ...field,
    data: order === 'little' ? field.data : swap(field),
  }));
  const exif = readFields(planted.exif, readNumber(planted.exif, 4, 4, order), order);
  const pieces = readPieces(image);
  const textField = (tag: number, bytes = words): Field => ({ tag, type: ascii, count: bytes.length, data: bytes });
  const isTiled = picture.some(({ tag }) => tag === tags.tileOffsets);
  const fields = new Map<number, Field>();
  // From the EXIF block come its pointers to further directories; what the picture says itself comes last.
  for (const field of [...exif, ...picture]) fields.set(field.tag, field);
  for (const tag of [270, 285, 305, 315, 316, 33432, 65_000]) fields.set(tag, textField(tag));
  for (const [tag, data] of [
    [700, planted.xmp],
    [33_723, words],
    [34_377, Buffer.concat([Buffer.from('8BIM'), words])],
    [34_675, planted.icc],
    [37_724, words],
  ] as const) {
    fields.set(tag, { tag, type: undefinedBytes, count: data.length, data });
  }
  fields.set(tags.orientation, { tag: tags.orientation, type: short, count: 1, data: u16(orientation) });
  const parts: Buffer[] = [planted.exif];
  let end = planted.exif.length;
  const add = (bytes: Buffer): number => {
    const at = end;
    parts.push(bytes, Buffer.alloc(bytes.length % 2));
    end += bytes.length + (bytes.length % 2);
    return at;
  };
  if (end % 2 === 1) add(Buffer.from([0]));
  const offsets = pieces.map((piece) => {
    add(words);
    return add(piece);
  });
  const places = Buffer.concat(offsets.map(u32));
  fields.set(isTiled ? tags.tileOffsets : tags.stripOffsets, {
    tag: isTiled ? tags.tileOffsets : tags.stripOffsets,
    type: long,
    count: offsets.length,
    data: places,
  });
  const sorted = [...fields.values()].sort((one, other) => one.tag - other.tag);
  const entries = sorted.map(({ tag, type, count, data }) => {
    const value = data.length > 4 ? u32(add(data)) : Buffer.concat([data, Buffer.from('CANA').subarray(data.length)]);
    return Buffer.concat([u16(tag), u16(type), u32(count), value]);
  });
  const directory = add(Buffer.concat([u16(entries.length), ...entries, u32(0)]));
  add(Buffer.concat([words, planted.thumbnail, words]));
  const file = Buffer.concat(parts);
  u32(directory).copy(file, 4);
  return file;
}

function readPieces(image: Buffer): Buffer[] {
  const fields = readFields(image, image.readUInt32LE(4), 'little');
  const numbers = (...wanted: number[]): number[] => {
    const field = fields.find(({ tag }) => wanted.includes(tag));
    if (field === undefined) throw new Error('The TIFF has no picture');
    const length = typeLengths[field.type] ?? 0;
    return Array.from({ length: field.count }, (_, index) => readNumber(field.data, index * length, length, 'little'));
  };
  const lengths = numbers(tags.stripByteCounts, tags.tileByteCounts);
  return numbers(tags.stripOffsets, tags.tileOffsets).map((at, index) =>
    image.subarray(at, at + (lengths[index] ?? 0)),
  );
}

function readFields(bytes: Buffer, offset: number, order: ByteOrder): Field[] {
  return Array.from({ length: readNumber(bytes, offset, 2, order) }, (_, index) => {
    const at = offset + 2 + index * 12;
    const type = readNumber(bytes, at + 2, 2, order);
    const count = readNumber(bytes, at + 4, 4, order);
    const length = (typeLengths[type] ?? 0) * count;
    const start = length <= 4 ? at + 8 : readNumber(bytes, at + 8, 4, order);
    return { tag: readNumber(bytes, at, 2, order), type, count, data: bytes.subarray(start, start + length) };
  });
}

/** The same values in the other byte order. */
function swap({ type, data }: Field): Buffer {
  const length = partLengths[type] ?? 1;
  const swapped = Buffer.from(data);
  for (let at = 0; at + length <= swapped.length; at += length) swapped.subarray(at, at + length).reverse();
  return swapped;
}

function readNumber(bytes: Buffer, at: number, length: number, order: ByteOrder): number {
  return order === 'little' ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length);
}

function numberBytes(value: number, length: number, order: ByteOrder): Buffer {
  const bytes = Buffer.alloc(length);
  if (order === 'little') bytes.writeUIntLE(value, 0, length);
  else bytes.writeUIntBE(value, 0, length);
  return bytes;
}

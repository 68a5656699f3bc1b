import { type ByteCollection, collectBytes } from '../collect-bytes.ts';
import { uint16Bytes, uint32Bytes } from '../write-integer.ts';
import type { TiffField } from './read-tiff-pages.ts';
import { tiffTag } from './tiff-tags.ts';

export type TiffToWrite = {
  littleEndian: boolean;
  /** Values in that byte order, without those that say where the data is. */
  fields: Map<number, TiffField>;
  pieces: Uint8Array[];
  isTiled: boolean;
};

const longType = 4;
const headerLength = 8;

/** Writes a TIFF of one page: header, directory, longer values, then the strips or tiles. */
export function writeTiff({ littleEndian, fields, pieces, isTiled }: TiffToWrite): Uint8Array<ArrayBuffer> {
  const u16 = (value: number) => (littleEndian ? uint16Bytes(value).reverse() : uint16Bytes(value));
  const u32 = (value: number) => (littleEndian ? uint32Bytes(value).reverse() : uint32Bytes(value));
  const longs = (values: number[]): TiffField => ({
    type: longType,
    count: values.length,
    data: Uint8Array.from(values.flatMap(u32)),
  });
  const places = {
    offsets: isTiled ? tiffTag.tileOffsets : tiffTag.stripOffsets,
    lengths: isTiled ? tiffTag.tileByteCounts : tiffTag.stripByteCounts,
  };
  const all = new Map(fields);
  all.set(places.offsets, longs(pieces.map(() => 0)));
  all.set(places.lengths, longs(pieces.map(({ length }) => length)));
  const sorted = [...all].sort(([one], [other]) => one - other);
  const valuesAt = headerLength + 2 + sorted.length * 12 + 4;
  const piecesAt = sorted.reduce((end, [, { data }]) => end + (data.length > 4 ? even(data.length) : 0), valuesAt);
  let end = piecesAt;
  const offsets = pieces.map((piece) => {
    const at = end;
    end += even(piece.length);
    return at;
  });
  const output = collectBytes(end);
  output.add([
    ...(littleEndian ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...u16(42),
    ...u32(headerLength),
    ...u16(sorted.length),
  ]);
  const values = collectBytes(piecesAt - valuesAt);
  let valueAt = valuesAt;
  for (const [tag, field] of sorted) {
    const { type, count, data } = tag === places.offsets ? longs(offsets) : field;
    output.add([...u16(tag), ...u16(type), ...u32(count)]);
    if (data.length > 4) {
      output.add(u32(valueAt));
      addEven(values, data);
      valueAt += even(data.length);
    } else {
      output.add(data);
      output.add(new Uint8Array(4 - data.length));
    }
  }
  output.add(u32(0));
  output.add(values.toBytes());
  for (const piece of pieces) addEven(output, piece);
  return output.toBytes();
}

/** Values and data start at even places. */
function even(length: number): number {
  return length + (length % 2);
}

function addEven(bytes: ByteCollection, part: Uint8Array): void {
  bytes.add(part);
  bytes.add(new Uint8Array(part.length % 2));
}

import { collectBytes } from '../collect-bytes.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { inflateZlib } from '../zlib/inflate-zlib.ts';
import { latin } from './parse-pdf-value.ts';

const shortNames: Record<string, string> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};

export function longFilterName(name: string): string {
  return shortNames[name] ?? name;
}

/** Undoes one filter; undefined for one that is not undone here. Throws `image_damaged` beyond `longest` bytes. */
export function undoFilter(filter: string, data: Uint8Array, longest: number): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
      return inflateZlib(data, longest);
    case 'ASCIIHexDecode': {
      const digits = (latin(data).split('>')[0] ?? '').replace(/[^\da-fA-F]/g, '');
      return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
    }
    case 'ASCII85Decode':
      return undoAscii85(data);
    default:
      return undefined;
  }
}

function undoAscii85(data: Uint8Array): Uint8Array {
  const output = collectBytes(data.length);
  let group: number[] = [];
  const flush = (length: number): void => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    output.add(
      [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].slice(0, length).map((part) => Math.floor(part) & 0xff),
    );
    group = [];
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) output.add([0, 0, 0, 0]);
    if (byte < 0x21 || byte > 0x75) continue;
    group.push(byte - 0x21);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) {
    const length = group.length - 1;
    while (group.length < 5) group.push(84);
    flush(length);
  }
  return output.toBytes();
}

/** Undoes PNG's prediction of rows (ISO 32000-1, 7.4.4.4), which tables of objects are packed with. */
export function undoPrediction(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const output = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (output[at - 1] ?? 0) : 0;
      const up = row > 0 ? (output[at - columns] ?? 0) : 0;
      const upLeft = row > 0 && column > 0 ? (output[at - columns - 1] ?? 0) : 0;
      const stored = data[row * (columns + 1) + 1 + column] ?? 0;
      output[at] = stored + predict(kind, left, up, upLeft);
    }
  }
  return output;
}

function predict(kind: number, left: number, up: number, upLeft: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
      return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
    default:
      throw new ImageFormatError('image_damaged', 'A table is packed in an unknown way.');
  }
}

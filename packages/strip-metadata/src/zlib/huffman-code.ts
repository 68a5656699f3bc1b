import { ImageFormatError } from '../image-format-error.ts';
import type { BitReader } from './bit-reader.ts';

/** A canonical Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
export type HuffmanCode = { countOfLength: number[]; symbols: number[] };

const longestCode = 15;

/** The code whose symbol `i` is `lengths[i]` bits long; 0 means that it doesn't occur (RFC 1951, 3.2.2). */
export function buildHuffmanCode(lengths: number[]): HuffmanCode {
  const countOfLength = new Array<number>(longestCode + 1).fill(0);
  const symbolsOfLength: number[][] = countOfLength.map(() => []);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    countOfLength[length] = (countOfLength[length] ?? 0) + 1;
    symbolsOfLength[length]?.push(symbol);
  }
  return { countOfLength, symbols: symbolsOfLength.flat() };
}

/** Reads one symbol, bit by bit: a profile has a few thousand of them. */
export function readSymbol(bits: BitReader, code: HuffmanCode): number {
  let value = 0;
  let firstOfLength = 0;
  let symbolsBefore = 0;
  for (let length = 1; length <= longestCode; length++) {
    value += bits.readBits(1);
    const count = code.countOfLength[length] ?? 0;
    const symbol = value < firstOfLength + count ? code.symbols[symbolsBefore + value - firstOfLength] : undefined;
    if (symbol !== undefined) return symbol;
    symbolsBefore += count;
    firstOfLength = (firstOfLength + count) * 2;
    value *= 2;
  }
  throw new ImageFormatError('image_damaged', 'A compressed part holds an unknown code.');
}

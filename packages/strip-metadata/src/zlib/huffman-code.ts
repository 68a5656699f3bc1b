import { ImageFormatError } from '../image-format-error.ts';
import type { BitReader } from './bit-reader.ts';

/** A canonical Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
export type HuffmanCode = { countOfLength: number[]; symbols: number[] };

const longestCode = 15;

/** The code whose symbol `i` is `lengths[i]` bits long; 0 means that it doesn't occur (RFC 1951, 3.2.2). */
export function buildHuffmanCode(lengths: number[]): HuffmanCode {
  const countOfLength = Array.from(
    { length: longestCode + 1 },
    (_, length) => lengths.filter((l) => l === length).length,
  );
  const symbols: number[] = [];
  for (let length = 1; length <= longestCode; length++) {
    for (const [symbol, itsLength] of lengths.entries()) if (itsLength === length) symbols.push(symbol);
  }
  return { countOfLength, symbols };
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

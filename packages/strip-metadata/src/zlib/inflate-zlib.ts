import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint16, readUint32 } from '../read-integer.ts';
import { adler32 } from './adler32.ts';
import { type BitReader, readBitsOf } from './bit-reader.ts';
import { buildHuffmanCode, type HuffmanCode, readSymbol } from './huffman-code.ts';

type Output = { bytes: Uint8Array; length: number; longest: number };

// RFC 1951, 3.2.5: what the codes for lengths (from 257) and distances start at; the rest follows in extra bits.
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5];
const longestLength = 258;
const longestLengthCode = 285;
const endOfBlock = 256;
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Unpacks a zlib stream (RFC 1950/1951) that stands at the start of `stream`: PNG packs its colour profile so, and one
 * that nobody looked into can't be kept. Throws `image_damaged` when it is broken or longer than `longest` bytes
 * unpacked.
 */
export function inflateZlib(stream: Uint8Array, longest: number): Uint8Array {
  const header = readUint16(stream, 0);
  if ((header >> 8) % 16 !== 8 || header % 31 !== 0 || (header & 0x20) !== 0) throw broken();
  const bits = readBitsOf(stream, 2);
  const output: Output = { bytes: new Uint8Array(Math.min(longest, stream.length * 4)), length: 0, longest };
  let isLast = false;
  while (!isLast) {
    isLast = bits.readBits(1) === 1;
    const kind = bits.readBits(2);
    if (kind === 0) copyStored(bits, output);
    else if (kind === 1) unpackBlock(bits, output, fixedLiterals, fixedDistances);
    else if (kind === 2) unpackBlock(bits, output, ...readCodes(bits));
    else throw broken();
  }
  const unpacked = output.bytes.slice(0, output.length);
  if (readUint32(bits.readBytes(4), 0) !== adler32(unpacked)) throw broken();
  return unpacked;
}

const fixedLiterals = buildHuffmanCode(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = buildHuffmanCode(new Array<number>(30).fill(5));

function copyStored(bits: BitReader, output: Output): void {
  const header = bits.readBytes(4);
  const length = readUint16(header, 0, true);
  if (length !== (~readUint16(header, 2, true) & 0xffff)) throw broken();
  const data = bits.readBytes(length);
  if (data.length !== length) throw broken();
  makeRoom(output, length);
  output.bytes.set(data, output.length);
  output.length += length;
}

function unpackBlock(bits: BitReader, output: Output, literals: HuffmanCode, distances: HuffmanCode): void {
  while (true) {
    const symbol = readSymbol(bits, literals);
    if (symbol === endOfBlock) return;
    if (symbol < endOfBlock) {
      makeRoom(output, 1);
      output.bytes[output.length++] = symbol;
      continue;
    }
    const length = readLength(bits, symbol);
    const distance = readDistance(bits, readSymbol(bits, distances));
    if (distance > output.length) throw broken();
    makeRoom(output, length);
    // Byte by byte: a copy may overlap what it is just writing.
    for (let copied = 0; copied < length; copied++) {
      output.bytes[output.length] = readUint8(output.bytes, output.length - distance);
      output.length++;
    }
  }
}

function makeRoom(output: Output, more: number): void {
  const needed = output.length + more;
  if (needed <= output.bytes.length) return;
  if (needed > output.longest) throw broken();
  const larger = new Uint8Array(Math.min(output.longest, needed * 2));
  larger.set(output.bytes.subarray(0, output.length));
  output.bytes = larger;
}

function readLength(bits: BitReader, symbol: number): number {
  if (symbol === longestLengthCode) return longestLength;
  const base = lengthBases[symbol - endOfBlock - 1];
  if (base === undefined) throw broken();
  return base + bits.readBits(lengthExtra[symbol - endOfBlock - 1] ?? 0);
}

function readDistance(bits: BitReader, symbol: number): number {
  if (symbol > 29) throw broken();
  if (symbol < 4) return symbol + 1;
  const extra = (symbol >> 1) - 1;
  return 1 + ((2 + (symbol & 1)) << extra) + bits.readBits(extra);
}

/** The two codes of a block that brings its own, themselves written in a third code. */
function readCodes(bits: BitReader): [HuffmanCode, HuffmanCode] {
  const literalCount = bits.readBits(5) + 257;
  const distanceCount = bits.readBits(5) + 1;
  const codeLengths = new Array<number>(codeLengthOrder.length).fill(0);
  for (const symbol of codeLengthOrder.slice(0, bits.readBits(4) + 4)) codeLengths[symbol] = bits.readBits(3);
  const lengthsCode = buildHuffmanCode(codeLengths);
  const lengths: number[] = [];
  while (lengths.length < literalCount + distanceCount) {
    const symbol = readSymbol(bits, lengthsCode);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeat(lengths, lengths.at(-1) ?? 0, 3 + bits.readBits(2));
    else repeat(lengths, 0, symbol === 17 ? 3 + bits.readBits(3) : 11 + bits.readBits(7));
  }
  return [buildHuffmanCode(lengths.slice(0, literalCount)), buildHuffmanCode(lengths.slice(literalCount))];
}

function repeat(lengths: number[], value: number, times: number): void {
  for (let time = 0; time < times; time++) lengths.push(value);
}

function broken(): ImageFormatError {
  return new ImageFormatError('image_damaged', 'A compressed part is broken or too large.');
}

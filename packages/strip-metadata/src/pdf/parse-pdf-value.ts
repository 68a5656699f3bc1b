import { ImageFormatError } from '../image-format-error.ts';
import type { PdfValue } from './pdf-value.ts';

/** Where reading goes on in `bytes`, and how many values may still be read: a few bytes each become many in memory. */
export type PdfCursor = { bytes: Uint8Array; position: number; budget: ValueBudget };
export type ValueBudget = { left: number };

const mostValues = 1_000_000;

export function startBudget(): ValueBudget {
  return { left: mostValues };
}

const deepest = 60;
const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);
/** 1 for every byte that ends a word: spaces and delimiters. */
const endsWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  whiteSpace.has(byte) || '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
const code = (letter: string): number => letter.charCodeAt(0);
const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads the value at the cursor, and moves the cursor behind it. Throws `image_damaged` where there is none. */
export function parsePdfValue(cursor: PdfCursor, depth = 0): PdfValue {
  if (depth > deepest) throw damaged('Values lie too deep in one another.');
  if (--cursor.budget.left < 0) throw damaged('There are too many values.');
  skipSpace(cursor);
  const { bytes, position } = cursor;
  const first = bytes[position];
  if (first === code('/')) return { kind: 'name', name: readName(cursor) };
  if (first === code('(')) return { kind: 'text', bytes: readLiteralText(cursor) };
  if (first === code('<')) {
    return bytes[position + 1] === first ? readDictionary(cursor, depth) : { kind: 'text', bytes: readHexText(cursor) };
  }
  if (first === code('[')) return readArray(cursor, depth);
  const word = readWord(cursor);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (!/^[+\-.\d]/.test(word)) throw damaged('Something is no value.');
  return /^\d+$/.test(word) ? readReference(cursor, Number(word)) : Number.parseFloat(word.replace(/^-+/, '-')) || 0;
}

/** The letters up to the next space or delimiter; empty where there are none. */
export function readWord(cursor: PdfCursor): string {
  skipSpace(cursor);
  const start = cursor.position;
  while (isRegular(cursor.bytes[cursor.position])) cursor.position++;
  return latin(cursor.bytes.subarray(start, Math.min(cursor.position, start + 100)));
}

export function skipSpace(cursor: PdfCursor): void {
  const { bytes } = cursor;
  while (cursor.position < bytes.length) {
    const byte = bytes[cursor.position] ?? 0;
    if (byte === code('%')) {
      while (cursor.position < bytes.length && bytes[cursor.position] !== 10 && bytes[cursor.position] !== 13) {
        cursor.position++;
      }
    } else if (whiteSpace.has(byte)) cursor.position++;
    else return;
  }
}

/** One letter of the same code for each byte. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** A whole number is a reference where another one and an `R` follow it. */
function readReference(cursor: PdfCursor, number: number): PdfValue {
  const after = cursor.position;
  if (/^\d+$/.test(readWord(cursor)) && readWord(cursor) === 'R') return { kind: 'reference', number };
  cursor.position = after;
  return number;
}

function readName(cursor: PdfCursor): string {
  cursor.position++;
  const start = cursor.position;
  while (isRegular(cursor.bytes[cursor.position])) cursor.position++;
  if (cursor.position - start > 1000) throw damaged('A name is too long.');
  const name = latin(cursor.bytes.subarray(start, cursor.position));
  if (!name.includes('#')) return name;
  return name.replace(/#([\da-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function readDictionary(cursor: PdfCursor, depth: number): PdfValue {
  const entries = new Map<string, PdfValue>();
  cursor.position += 2;
  while (true) {
    skipSpace(cursor);
    const byte = cursor.bytes[cursor.position];
    if (byte === code('>')) {
      cursor.position += 2;
      return { kind: 'dictionary', entries };
    }
    if (byte !== code('/')) throw damaged('A dictionary is broken.');
    entries.set(readName(cursor), parsePdfValue(cursor, depth + 1));
  }
}

function readArray(cursor: PdfCursor, depth: number): PdfValue[] {
  const items: PdfValue[] = [];
  cursor.position++;
  while (true) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.position] === code(']')) {
      cursor.position++;
      return items;
    }
    items.push(parsePdfValue(cursor, depth + 1));
  }
}

function readHexText(cursor: PdfCursor): Uint8Array {
  const end = cursor.bytes.indexOf(code('>'), cursor.position);
  if (end === -1) throw damaged('A text has no end.');
  const digits = latin(cursor.bytes.subarray(cursor.position + 1, end)).replace(/[^\da-fA-F]/g, '');
  cursor.position = end + 1;
  return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
}

function readLiteralText(cursor: PdfCursor): Uint8Array {
  const { bytes } = cursor;
  const text: number[] = [];
  let open = 1;
  cursor.position++;
  while (true) {
    const byte = bytes[cursor.position++];
    if (byte === undefined) throw damaged('A text has no end.');
    if (byte === code('(')) open++;
    if (byte === code(')')) open--;
    if (open === 0) return Uint8Array.from(text);
    if (byte === code('\\')) text.push(...readEscape(cursor));
    else text.push(byte);
  }
}

/** What stands behind a backslash: a letter for a sign, up to three octal digits, or the end of a line, which means nothing. */
function readEscape(cursor: PdfCursor): number[] {
  const { bytes } = cursor;
  const octal = /^[0-7]{1,3}/.exec(latin(bytes.subarray(cursor.position, cursor.position + 3)))?.[0];
  if (octal !== undefined) {
    cursor.position += octal.length;
    return [Number.parseInt(octal, 8) & 0xff];
  }
  const byte = bytes[cursor.position++];
  if (byte === undefined) throw damaged('A text has no end.');
  if (byte === 13 && bytes[cursor.position] === 10) cursor.position++;
  if (byte === 13 || byte === 10) return [];
  return [escapes[String.fromCharCode(byte)] ?? byte];
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && endsWord[byte] === 0;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

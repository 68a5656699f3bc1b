import { ImageFormatError } from '../image-format-error.ts';
import { type PdfCursor, parsePdfValue, readWord, skipSpace, startBudget } from './parse-pdf-value.ts';
import { type ObjectPlace, openObjects, readObject } from './pdf-file.ts';
import { entriesOf, isKind, type PdfStream, type PdfValue } from './pdf-value.ts';

export type PdfDirectory = { places: Map<number, ObjectPlace>; trailer: Map<string, PdfValue> };

const mostObjects = 500_000;
const mostRevisions = 1000;
const longestList = 16 * 1024 * 1024;

/**
 * Where the objects of a PDF stand, as its cross-reference tables and streams say, and its trailer. The newest revision comes
 * first, and an object that it has changed or taken out is not looked for in older ones.
 */
export function readCrossReferences(bytes: Uint8Array): PdfDirectory {
  const places = new Map<number, ObjectPlace | 'free'>();
  let trailer: Map<string, PdfValue> | undefined;
  const waiting: PdfValue[] = [findStart(bytes)];
  const seen = new Set<PdfValue>();
  while (waiting.length > 0) {
    const offset = waiting.shift();
    if (typeof offset !== 'number' || seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > mostRevisions) throw damaged('The file has too many revisions.');
    const section = readSection(bytes, offset, places);
    trailer ??= section;
    // A file for old and new viewers keeps what is packed in a second table.
    waiting.unshift(...[section.get('XRefStm'), section.get('Prev')].filter((one) => one !== undefined));
  }
  if (trailer === undefined) throw damaged('The file has no trailer.');
  const found = [...places].filter((entry): entry is [number, ObjectPlace] => entry[1] !== 'free');
  return { places: new Map(found), trailer };
}

function findStart(bytes: Uint8Array): number {
  const keyword = 'startxref';
  for (let at = bytes.length - keyword.length; at >= Math.max(0, bytes.length - 2048); at--) {
    if (!Array.from(keyword).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))) continue;
    const offset = Number(readWord({ bytes, position: at + keyword.length, budget: startBudget() }));
    if (Number.isInteger(offset) && offset >= 0) return offset;
  }
  throw damaged('The file has no end.');
}

type Places = Map<number, ObjectPlace | 'free'>;

function readSection(bytes: Uint8Array, offset: number, places: Places): Map<string, PdfValue> {
  const cursor: PdfCursor = { bytes, position: offset, budget: startBudget() };
  skipSpace(cursor);
  const start = cursor.position;
  if (readWord(cursor) === 'xref') return readTable(cursor, places);
  const stream = readObject(bytes, start, undefined, (value) => value ?? null, cursor.budget);
  if (!isKind(stream, 'stream')) throw damaged('The list of objects is missing.');
  readStream(stream, places);
  return stream.entries;
}

function readTable(cursor: PdfCursor, places: Places): Map<string, PdfValue> {
  while (true) {
    const word = readWord(cursor);
    if (word === 'trailer') break;
    const first = Number(word);
    const count = Number(readWord(cursor));
    if (!Number.isInteger(first) || !Number.isInteger(count) || count > mostObjects) throw damaged('A list is broken.');
    for (let index = 0; index < count; index++) {
      const offset = Number(readWord(cursor));
      readWord(cursor);
      const use = readWord(cursor);
      if (use !== 'n' && use !== 'f') throw damaged('A list is broken.');
      addPlace(places, first + index, use === 'n' ? { offset } : 'free');
    }
  }
  const trailer = entriesOf(parsePdfValue(cursor));
  if (trailer === undefined) throw damaged('The file has no trailer.');
  return trailer;
}

/** A list packed in a stream (ISO 32000-1, 7.5.8): three numbers an object, of as many bytes as `W` says. */
function readStream(stream: PdfStream, places: Places): void {
  const data = openObjects(stream.raw, new Map()).unpack(stream, longestList);
  const widths = numbersOf(stream.entries.get('W'));
  const [size = 0] = numbersOf([stream.entries.get('Size') ?? 0]);
  const index = numbersOf(stream.entries.get('Index') ?? [0, size]);
  if (data === undefined || widths.length !== 3 || widths.some((width) => width > 7))
    throw damaged('A list is broken.');
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const length = kindWidth + secondWidth + thirdWidth;
  let at = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let entry = 0; entry < (index[pair + 1] ?? 0) && length > 0 && at + length <= data.length; entry++) {
      const kind = kindWidth === 0 ? 1 : readNumber(data, at, kindWidth);
      const second = readNumber(data, at + kindWidth, secondWidth);
      const third = readNumber(data, at + kindWidth + secondWidth, thirdWidth);
      const place = kind === 1 ? { offset: second } : { packedIn: second, index: third };
      addPlace(places, (index[pair] ?? 0) + entry, kind === 0 ? 'free' : place);
      at += length;
    }
  }
}

function addPlace(places: Places, number: number, place: ObjectPlace | 'free'): void {
  if (places.has(number)) return;
  if (places.size >= mostObjects) throw damaged('There are too many objects.');
  places.set(number, place);
}

function readNumber(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (data[at + index] ?? 0);
  return value;
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((one): one is number => Number.isInteger(one) && Number(one) >= 0) : [];
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

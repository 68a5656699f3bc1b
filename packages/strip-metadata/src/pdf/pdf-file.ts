import { ImageFormatError } from '../image-format-error.ts';
import {
  type PdfCursor,
  parsePdfValue,
  readWord,
  skipSpace,
  startBudget,
  type ValueBudget,
} from './parse-pdf-value.ts';
import { entriesOf, isKind, type PdfName, type PdfStream, type PdfValue } from './pdf-value.ts';
import { longFilterName, undoFilter, undoPrediction } from './unpack-pdf-stream.ts';

/** Where an object stands: at an offset of the file, or as one of several that are packed in a stream. */
export type ObjectPlace = { offset: number } | { packedIn: number; index: number };

export type PdfObjects = {
  /** The object that a reference names, or the value itself; null for what does not exist. */
  resolve(value: PdfValue | undefined): PdfValue;
  /**
   * A stream's bytes with all its filters undone; undefined when one of them is not known here. Throws `image_damaged` where they
   * are more than `longest`.
   */
  unpack(stream: PdfStream, longest: number): Uint8Array | undefined;
};

/** For all streams of a file together that objects are packed in. */
const mostUnpacked = 64 * 1024 * 1024;
const endOfStream = Uint8Array.from('endstream', (letter) => letter.charCodeAt(0));
const deepestChain = 30;
const mostPacked = 100_000;

/** Reads the objects of a PDF where `places` says that they are. */
export function openObjects(bytes: Uint8Array, places: ReadonlyMap<number, ObjectPlace>): PdfObjects {
  const read = new Map<number, PdfValue>();
  const packed = new Map<number, PdfValue[]>();
  const reading = new Set<number>();
  const budget = startBudget();
  let left = mostUnpacked;

  const resolve = (value: PdfValue | undefined): PdfValue => {
    let resolved = value;
    for (let step = 0; isKind(resolved, 'reference'); step++) {
      if (step > deepestChain) throw damaged('A reference leads nowhere.');
      resolved = load(resolved.number);
    }
    return resolved ?? null;
  };

  const load = (number: number): PdfValue => {
    const known = read.get(number);
    if (known !== undefined) return known;
    const place = places.get(number);
    if (place === undefined) return null;
    // An object that is needed to find itself.
    if (reading.has(number)) throw damaged('An object stands inside itself.');
    reading.add(number);
    const value = 'offset' in place ? readObject(bytes, place.offset, number, resolve, budget) : readPacked(place);
    reading.delete(number);
    read.set(number, value);
    return value;
  };

  const readPacked = ({ packedIn, index }: { packedIn: number; index: number }): PdfValue => {
    const values = packed.get(packedIn) ?? unpackObjects(packedIn);
    packed.set(packedIn, values);
    return values[index] ?? null;
  };

  const unpackObjects = (number: number): PdfValue[] => {
    const stream = load(number);
    const content = isKind(stream, 'stream') ? unpack(stream, left) : undefined;
    if (!isKind(stream, 'stream') || content === undefined) throw damaged('Objects can not be unpacked.');
    left -= content.length;
    const count = numberAt(resolve(stream.entries.get('N')));
    const first = numberAt(resolve(stream.entries.get('First')));
    if (count > mostPacked) throw damaged('There are too many objects.');
    const head: PdfCursor = { bytes: content, position: 0, budget };
    return Array.from({ length: count }, () => {
      readWord(head);
      const offset = Number(readWord(head));
      return parsePdfValue({ bytes: content, position: first + offset, budget });
    });
  };

  const unpack = (stream: PdfStream, longest: number): Uint8Array | undefined => {
    let data = stream.raw;
    const filters = filtersOf(stream, resolve);
    for (const [index, filter] of filters.entries()) {
      const undone = undoFilter(filter, data, longest);
      if (undone === undefined) return undefined;
      const settings = entriesOf(settingsOf(stream, index, resolve));
      const isPredicted = numberAt(resolve(settings?.get('Predictor') ?? 1)) >= 10;
      data = isPredicted ? undoPrediction(undone, numberAt(resolve(settings?.get('Columns') ?? 1))) : undone;
    }
    return data;
  };

  return { resolve, unpack };
}

/** The long names of a stream's filters, in the order in which they are undone. */
export function filtersOf(stream: PdfStream, resolve: PdfObjects['resolve']): string[] {
  const filter = resolve(stream.entries.get('Filter') ?? stream.entries.get('F'));
  const list = Array.isArray(filter) ? filter.map(resolve) : [filter];
  return list.filter((one): one is PdfName => isKind(one, 'name')).map(({ name }) => longFilterName(name));
}

/** What the filter at `index` is told; null for nothing. */
export function settingsOf(stream: PdfStream, index: number, resolve: PdfObjects['resolve']): PdfValue {
  const settings = resolve(stream.entries.get('DecodeParms') ?? stream.entries.get('DP'));
  return Array.isArray(settings) ? resolve(settings[index]) : index === 0 ? settings : null;
}

/** The object that stands at `offset` with this number (any number where none is told). */
export function readObject(
  bytes: Uint8Array,
  offset: number,
  number: number | undefined,
  resolve: PdfObjects['resolve'],
  budget: ValueBudget,
): PdfValue {
  const cursor: PdfCursor = { bytes, position: offset, budget };
  const stands = Number(readWord(cursor));
  readWord(cursor);
  if (readWord(cursor) !== 'obj' || (number !== undefined && stands !== number)) throw damaged('An object is missing.');
  const value = parsePdfValue(cursor);
  if (!isKind(value, 'dictionary')) return value;
  skipSpace(cursor);
  const start = findStreamStart(bytes, cursor.position);
  if (start === undefined) return value;
  const told = resolve(value.entries.get('Length'));
  return { kind: 'stream', entries: value.entries, raw: bytes.subarray(start, findStreamEnd(bytes, start, told)) };
}

function findStreamStart(bytes: Uint8Array, position: number): number | undefined {
  if (!Array.from('stream').every((letter, index) => bytes[position + index] === letter.charCodeAt(0)))
    return undefined;
  const after = position + 6;
  if (bytes[after] === 13) return bytes[after + 1] === 10 ? after + 2 : after + 1;
  return bytes[after] === 10 ? after + 1 : after;
}

/** Where the data ends: as long as told where that is followed by its end, else at the next end. */
function findStreamEnd(bytes: Uint8Array, start: number, told: PdfValue): number {
  if (typeof told === 'number' && told >= 0 && start + told <= bytes.length) {
    let after = start + told;
    while ([10, 13, 32].includes(bytes[after] ?? 0)) after++;
    if (startsAt(bytes, after)) return start + told;
  }
  for (let at = bytes.indexOf(0x65, start); at !== -1; at = bytes.indexOf(0x65, at + 1)) {
    if (!startsAt(bytes, at)) continue;
    if (bytes[at - 1] === 10) return bytes[at - 2] === 13 ? at - 2 : at - 1;
    return bytes[at - 1] === 13 ? at - 1 : at;
  }
  throw damaged('A stream has no end.');
}

function startsAt(bytes: Uint8Array, at: number): boolean {
  return endOfStream.every((byte, index) => bytes[at + index] === byte);
}

function numberAt(value: PdfValue): number {
  if (typeof value !== 'number' || value < 0) throw damaged('A number is missing.');
  return value;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

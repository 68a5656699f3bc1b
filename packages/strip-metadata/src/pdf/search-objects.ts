import { ImageFormatError } from '../image-format-error.ts';
import { attempt } from './attempt.ts';
import { latin, parsePdfValue, startBudget } from './parse-pdf-value.ts';
import { type ObjectPlace, openObjects, readObject } from './pdf-file.ts';
import { entriesOf, isKind, type PdfValue } from './pdf-value.ts';
import type { PdfDirectory } from './read-cross-references.ts';

const mostObjects = 200_000;
const letters = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0));
const objectWord = letters('obj');
const trailerWord = letters('trailer');
const longestPacked = 8 * 1024 * 1024;

/**
 * Where the objects of a PDF stand, found by looking for them: for files whose own lists are wrong, as viewers do. The last object
 * of a number counts.
 */
export function searchObjects(bytes: Uint8Array): PdfDirectory {
  const places = new Map<number, ObjectPlace>();
  const trailers: Map<string, PdfValue>[] = [];
  for (let at = bytes.indexOf(0x6f); at !== -1; at = bytes.indexOf(0x6f, at + 1)) {
    if (!says(bytes, at, objectWord) || says(bytes, at - 3, letters('end'))) continue;
    const head = /(\d{1,10})\s+\d{1,5}\s+$/.exec(latin(bytes.subarray(Math.max(0, at - 24), at)));
    if (head === null) continue;
    places.set(Number(head[1]), { offset: at - head[0].length });
    if (places.size > mostObjects) throw new ImageFormatError('image_damaged', 'There are too many objects.');
  }
  const budget = startBudget();
  for (let at = bytes.indexOf(0x74); at !== -1; at = bytes.indexOf(0x74, at + 1)) {
    if (!says(bytes, at, trailerWord) || trailers.length > 1000) continue;
    const trailer = attempt(() => entriesOf(parsePdfValue({ bytes, position: at + trailerWord.length, budget })));
    if (trailer?.has('Root')) trailers.push(trailer);
  }
  return { places: addPacked(bytes, places, trailers), trailer: trailers.at(-1) ?? findRoot(bytes, places) };
}

/** Adds what is packed in streams, and notes the trailers that streams carry. */
function addPacked(
  bytes: Uint8Array,
  places: Map<number, ObjectPlace>,
  trailers: Map<string, PdfValue>[],
): Map<number, ObjectPlace> {
  const { resolve, unpack } = openObjects(bytes, places);
  const all = new Map(places);
  const budget = startBudget();
  for (const [number, place] of places) {
    if (!('offset' in place)) continue;
    const stream = attempt(() => readObject(bytes, place.offset, number, resolve, budget));
    if (!isKind(stream, 'stream')) continue;
    const type = stream.entries.get('Type');
    if (!isKind(type, 'name')) continue;
    if (type.name === 'XRef' && stream.entries.has('Root')) trailers.push(stream.entries);
    if (type.name !== 'ObjStm') continue;
    const content = attempt(() => unpack(stream, longestPacked));
    const count = resolve(stream.entries.get('N'));
    if (content === undefined || typeof count !== 'number') continue;
    const numbers = latin(content.subarray(0, 20 * Math.min(count, mostObjects))).split(/\s+/);
    for (let index = 0; index < Math.min(count, numbers.length / 2); index++) {
      const packed = Number(numbers[index * 2]);
      if (Number.isInteger(packed) && !places.has(packed)) all.set(packed, { packedIn: number, index });
    }
  }
  return all;
}

function findRoot(bytes: Uint8Array, places: ReadonlyMap<number, ObjectPlace>): Map<string, PdfValue> {
  const { resolve } = openObjects(bytes, places);
  for (const number of places.keys()) {
    const type = attempt(() => entriesOf(resolve({ kind: 'reference', number }))?.get('Type'));
    if (isKind(type, 'name') && type.name === 'Catalog') return new Map([['Root', { kind: 'reference', number }]]);
  }
  throw new ImageFormatError('image_damaged', 'The file holds no pages.');
}

function says(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  return word.every((byte, index) => bytes[at + index] === byte);
}

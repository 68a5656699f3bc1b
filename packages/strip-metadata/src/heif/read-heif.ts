import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint8, readUint16, readUint32 } from '../read-integer.ts';
import type { HeifFile, HeifItem, HeifProperty, HeifReference } from './heif-file.ts';
import { type Box, findBox, readBoxes, readTopBoxes } from './read-boxes.ts';
import { readItemPlaces } from './read-item-places.ts';

/** Version and flags, which most boxes start with. */
const fullHeader = 4;
/** The largest phone pictures have a few hundred tiles. */
const mostItems = 10_000;

/** Reads which items a HEIF file has and how they hang together, without their bytes. */
export function readHeif(bytes: Uint8Array): HeifFile {
  let brands: string[] = [];
  let meta: Box | undefined;
  for (const box of readTopBoxes(bytes)) {
    if (box.type === 'ftyp' && brands.length === 0) brands = readBrands(bytes, box);
    if (box.type === 'meta') meta ??= box;
  }
  if (meta === undefined) throw damaged('The file holds no picture.');
  const inMeta = (type: string): Box | undefined => (meta ? findBox(bytes, meta, type, fullHeader) : undefined);
  const pitm = inMeta('pitm');
  const iinf = inMeta('iinf');
  const iloc = inMeta('iloc');
  if (pitm === undefined || iinf === undefined || iloc === undefined) throw damaged('The file names no picture.');
  const items = readItems(bytes, iinf);
  for (const [id, place] of readItemPlaces(bytes, iloc, inMeta('idat'))) {
    const item = items.get(id);
    if (item !== undefined) item.place = place;
  }
  const iprp = inMeta('iprp');
  const ipco = iprp && findBox(bytes, iprp, 'ipco');
  const properties = ipco === undefined ? [] : readProperties(bytes, ipco);
  if (iprp !== undefined) associateProperties(bytes, iprp, items, properties.length);
  const iref = inMeta('iref');
  const references = iref === undefined ? [] : readReferences(bytes, iref);
  return {
    brands,
    primaryId: readId(bytes, pitm.body + fullHeader, isLong(bytes, pitm)),
    items,
    references,
    properties,
  };
}

/** The major brand, then those that the file is compatible with. */
function readBrands(bytes: Uint8Array, ftyp: Box): string[] {
  const brands = [readName(bytes, ftyp.body)];
  for (let at = ftyp.body + 8; at + 4 <= ftyp.end && brands.length < 100; at += 4) brands.push(readName(bytes, at));
  return brands;
}

function readItems(bytes: Uint8Array, iinf: Box): Map<number, HeifItem> {
  const items = new Map<number, HeifItem>();
  const countLength = readUint8(bytes, iinf.body) === 0 ? 2 : 4;
  for (const entry of readBoxes(bytes, iinf.body + fullHeader + countLength, iinf.end)) {
    const version = readUint8(bytes, entry.body);
    // Older entries have no type, and are no pictures.
    if (entry.type !== 'infe' || version < 2) continue;
    const idLength = version === 2 ? 2 : 4;
    const at = entry.body + fullHeader;
    if (at + idLength + 6 > entry.end) throw damaged('An item is cut.');
    const id = readId(bytes, at, version !== 2);
    if (items.has(id) || items.size >= mostItems) throw damaged('There are too many items.');
    const isProtected = readUint16(bytes, at + idLength) !== 0;
    const isHidden = (readUint8(bytes, entry.body + 3) & 1) === 1;
    const type = readName(bytes, at + idLength + 2);
    items.set(id, { id, type, isHidden, isProtected, place: undefined, properties: [] });
  }
  return items;
}

function readProperties(bytes: Uint8Array, ipco: Box): HeifProperty[] {
  const properties: HeifProperty[] = [];
  for (const box of readBoxes(bytes, ipco.body, ipco.end)) {
    properties.push({ type: box.type, body: bytes.subarray(box.body, box.end) });
    if (properties.length > mostItems) throw damaged('There are too many properties.');
  }
  return properties;
}

function associateProperties(bytes: Uint8Array, iprp: Box, items: Map<number, HeifItem>, properties: number): void {
  for (const ipma of readBoxes(bytes, iprp.body, iprp.end)) {
    if (ipma.type !== 'ipma') continue;
    const longId = isLong(bytes, ipma);
    const longIndex = (readUint8(bytes, ipma.body + 3) & 1) === 1;
    const entries = readUint32(bytes, ipma.body + fullHeader);
    let at = ipma.body + fullHeader + 4;
    for (let entry = 0; entry < entries; entry++) {
      const item = items.get(readId(bytes, at, longId));
      at += longId ? 4 : 2;
      const count = readUint8(bytes, at++);
      for (let association = 0; association < count; association++) {
        const packed = longIndex ? readUint16(bytes, at) : readUint8(bytes, at) * 0x100;
        // The highest bit, then the index: 15 bits, or 7 of one byte.
        const index = longIndex ? packed & 0x7fff : (packed >> 8) & 0x7f;
        at += longIndex ? 2 : 1;
        if (at > ipma.end || index > properties) throw damaged('A property is missing.');
        if (index > 0) item?.properties.push({ index: index - 1, isEssential: packed >= 0x8000 });
      }
    }
  }
}

function readReferences(bytes: Uint8Array, iref: Box): HeifReference[] {
  const longId = isLong(bytes, iref);
  const idLength = longId ? 4 : 2;
  const references: HeifReference[] = [];
  for (const { type, body, end } of readBoxes(bytes, iref.body + fullHeader, iref.end)) {
    if (body + idLength + 2 > end) throw damaged('A reference is cut.');
    const count = readUint16(bytes, body + idLength);
    if (body + idLength + 2 + count * idLength > end) throw damaged('A reference is cut.');
    const to = Array.from({ length: count }, (_, n) => readId(bytes, body + idLength + 2 + n * idLength, longId));
    if (references.length >= mostItems) throw damaged('There are too many references.');
    references.push({ type, from: readId(bytes, body, longId), to });
  }
  return references;
}

/** Boxes from version 1 on count items with 32 bits instead of 16. */
function isLong(bytes: Uint8Array, box: Box): boolean {
  return readUint8(bytes, box.body) > 0;
}

function readId(bytes: Uint8Array, at: number, long: boolean): number {
  return long ? readUint32(bytes, at) : readUint16(bytes, at);
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { type ByteCollection, collectBytes } from '../collect-bytes.ts';
import { nameBytes, uint16Bytes, uint32Bytes } from '../write-integer.ts';
import type { HeifReference } from './heif-file.ts';

export type KeptProperty = { type: string; body: Uint8Array };

type KeptItem = {
  id: number;
  type: string;
  isHidden: boolean;
  isInMeta: boolean;
  properties: { index: number; isEssential: boolean }[];
  data: Uint8Array;
};

export type HeifToWrite = {
  /** The major one first. */
  brands: string[];
  primaryId: number;
  items: KeptItem[];
  references: HeifReference[];
  properties: Map<number, KeptProperty>;
};

const smallData = 1;
const shortIndices = 0x7f;

/** Writes a HEIF file that holds these items and nothing else: `ftyp`, `meta`, `mdat`. */
export function writeHeif(file: HeifToWrite): Uint8Array<ArrayBuffer> {
  const ftyp = box('ftyp', [...nameBytes(file.brands[0] ?? 'heic'), 0, 0, 0, 0, ...file.brands.flatMap(nameBytes)]);
  // Places are as long whatever they say, so the box is written once to learn where the data will start.
  const dataStart = ftyp.length + writeMeta(file, 0).length + 8;
  const meta = writeMeta(file, dataStart);
  const inFile = file.items.filter(({ isInMeta }) => !isInMeta);
  const length = inFile.reduce((sum, { data }) => sum + data.length, 8);
  const output = collectBytes(ftyp.length + meta.length + length);
  output.add(ftyp);
  output.add(meta);
  output.add([...uint32Bytes(length), ...nameBytes('mdat')]);
  for (const { data } of inFile) output.add(data);
  return output.toBytes();
}

function writeMeta(file: HeifToWrite, dataStart: number): Uint8Array {
  const isLong = file.items.some(({ id }) => id > 0xffff);
  const id = isLong ? uint32Bytes : uint16Bytes;
  const inMeta = file.items.filter(({ isInMeta }) => isInMeta);
  const body = collectBytes(4096);
  body.add([0, 0, 0, 0]);
  body.add(box('hdlr', [0, 0, 0, 0, 0, 0, 0, 0, ...nameBytes('pict'), ...new Array<number>(13).fill(0)]));
  body.add(box('pitm', [isLong ? 1 : 0, 0, 0, 0, ...id(file.primaryId)]));
  body.add(writePlaces(file.items, dataStart, isLong, id));
  body.add(writeEntries(file.items, isLong, id));
  if (file.references.length > 0) body.add(writeReferences(file.references, isLong, id));
  body.add(writeProperties(file, isLong, id));
  if (inMeta.length > 0) {
    const idat = collectBytes(64);
    for (const { data } of inMeta) idat.add(data);
    body.add(box('idat', idat.toBytes()));
  }
  return box('meta', body.toBytes());
}

type WriteId = (id: number) => number[];

function writePlaces(items: KeptItem[], dataStart: number, isLong: boolean, id: WriteId): Uint8Array {
  const body = collectBytes(16 + items.length * 20);
  const fourByteOffsets = 0x44;
  body.add([isLong ? 2 : 1, 0, 0, 0, fourByteOffsets, 0, ...id(items.length)]);
  let inFile = dataStart;
  let inMeta = 0;
  for (const item of items) {
    const offset = item.isInMeta ? inMeta : inFile;
    if (item.isInMeta) inMeta += item.data.length;
    else inFile += item.data.length;
    // A length of 0 would mean everything up to the end.
    const extents = item.data.length === 0 ? [] : [...uint32Bytes(offset), ...uint32Bytes(item.data.length)];
    const method = item.isInMeta ? smallData : 0;
    body.add([...id(item.id), 0, method, 0, 0, 0, extents.length === 0 ? 0 : 1, ...extents]);
  }
  return box('iloc', body.toBytes());
}

function writeEntries(items: KeptItem[], isLong: boolean, id: WriteId): Uint8Array {
  const body = collectBytes(16 + items.length * 24);
  body.add([isLong ? 1 : 0, 0, 0, 0, ...id(items.length)]);
  for (const item of items) {
    const version = isLong ? 3 : 2;
    const entry = [version, 0, 0, item.isHidden ? 1 : 0, ...id(item.id), 0, 0, ...nameBytes(item.type), 0];
    body.add(box('infe', entry));
  }
  return box('iinf', body.toBytes());
}

function writeReferences(references: HeifReference[], isLong: boolean, id: WriteId): Uint8Array {
  const body = collectBytes(256);
  body.add([isLong ? 1 : 0, 0, 0, 0]);
  for (const { type, from, to } of references) {
    body.add(box(type, [...id(from), ...uint16Bytes(to.length), ...to.flatMap(id)]));
  }
  return box('iref', body.toBytes());
}

function writeProperties({ items, properties }: HeifToWrite, isLong: boolean, id: WriteId): Uint8Array {
  const ipco = collectBytes(1024);
  const numbers = new Map<number, number>();
  for (const [index, { type, body }] of properties) {
    ipco.add(box(type, body));
    numbers.set(index, numbers.size + 1);
  }
  const isWide = numbers.size > shortIndices;
  const ipma = collectBytes(16 + items.length * 16);
  ipma.add([isLong ? 1 : 0, 0, 0, isWide ? 1 : 0, ...uint32Bytes(items.length)]);
  for (const item of items) addAssociations(ipma, item, numbers, isWide, id);
  const body = collectBytes(1024);
  body.add(box('ipco', ipco.toBytes()));
  body.add(box('ipma', ipma.toBytes()));
  return box('iprp', body.toBytes());
}

function addAssociations(
  ipma: ByteCollection,
  item: KeptItem,
  numbers: ReadonlyMap<number, number>,
  isWide: boolean,
  id: WriteId,
): void {
  const kept = item.properties.flatMap(({ index, isEssential }) => {
    const number = numbers.get(index);
    return number === undefined ? [] : [{ number, isEssential }];
  });
  ipma.add([...id(item.id), kept.length]);
  for (const { number, isEssential } of kept) {
    ipma.add(isWide ? uint16Bytes(number + (isEssential ? 0x8000 : 0)) : [number + (isEssential ? 0x80 : 0)]);
  }
}

function box(type: string, body: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(8 + body.length);
  bytes.set(uint32Bytes(bytes.length), 0);
  bytes.set(nameBytes(type), 4);
  bytes.set(body, 8);
  return bytes;
}

import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';

type Box = { type: string; start: number; body: number; end: number };

const fullHeader = 4;
/** Ids that the source, which has a handful of items, doesn't use. */
const ids = { exif: 901, xmp: 902, thumbnail: 903, unknown: 904, link: 905 } as const;
/** Turns to the left by 90° that show a picture as EXIF's orientation says; mirrored ones are left upright. */
const leftTurns: Record<number, number> = { 3: 2, 6: 3, 8: 1 };

/**
 * Puts the location into every place where a HEIC or AVIF (one picture, as libheif writes it) can hold it: items of metadata, a
 * thumbnail, names of items, properties, the colour profile, small data, user data between the picture's own units, boxes that
 * nobody knows, bytes between the items, and behind the end.
 */
export function plantInHeif(
  image: Buffer,
  orientation: number,
  canary: LocationCanary,
  planted: PlantedMetadata,
): Buffer {
  const text = decimalText(canary);
  const words = Buffer.from(`${text} ${canary.place}`);
  const boxes = readBoxes(image, 0, image.length);
  const meta = find(boxes, 'meta');
  const inMeta = readBoxes(image, meta.body + fullHeader, meta.end);
  const raw = ({ start, end }: Box) => image.subarray(start, end);
  const body = (box: Box) => image.subarray(box.body, box.end);
  const pictures = readPlaces(body(find(inMeta, 'iloc'))).map(({ id, offset, length }) => ({
    id,
    data: withUserData(image.subarray(offset, offset + length), image, words),
  }));
  const added = [
    { id: ids.exif, type: 'Exif', data: Buffer.concat([u32(6), Buffer.from('Exif\0\0'), planted.exif]) },
    { id: ids.xmp, type: 'mime', data: planted.xmp },
    { id: ids.thumbnail, type: 'jpeg', data: planted.thumbnail },
    { id: ids.unknown, type: 'gpsC', data: words },
    { id: ids.link, type: 'uri ', data: words },
  ];
  const iinf = body(find(inMeta, 'iinf'));
  const entries = Buffer.concat([
    iinf.subarray(0, fullHeader),
    u16(iinf.readUInt16BE(fullHeader) + added.length),
    iinf.subarray(fullHeader + 2),
    ...added.map(({ id, type }) => writeEntry(id, type, canary.place)),
  ]);
  const primary = body(find(inMeta, 'pitm')).readUInt16BE(fullHeader);
  const oldReferences = inMeta.find(({ type }) => type === 'iref');
  const references = Buffer.concat([
    u32(0),
    oldReferences ? body(oldReferences).subarray(fullHeader) : Buffer.alloc(0),
    box('cdsc', u16(ids.exif), u16(1), u16(primary)),
    box('cdsc', u16(ids.xmp), u16(1), u16(primary)),
    box('thmb', u16(ids.thumbnail), u16(1), u16(primary)),
  ]);
  const properties = plantProperties(body(find(inMeta, 'iprp')), primary, leftTurns[orientation], planted.icc, words);
  const writeMeta = (offsets: number[]): Buffer =>
    box(
      'meta',
      u32(0),
      raw(find(inMeta, 'hdlr')),
      raw(find(inMeta, 'pitm')),
      box('iloc', writePlaces([...pictures, ...added], offsets)),
      box('iinf', entries),
      box('iref', references),
      box('iprp', properties),
      box('idat', words),
    );
  const all = [...pictures, ...added];
  const head = Buffer.concat([
    raw(find(boxes, 'ftyp')),
    box('free', words),
    box('uuid', Buffer.alloc(16, 7), planted.xmp),
  ]);
  let end = head.length + writeMeta(all.map(() => 0)).length + 8;
  const data: Buffer[] = [];
  const offsets = all.map((item) => {
    data.push(words, item.data);
    end += words.length + item.data.length;
    return end - item.data.length;
  });
  return Buffer.concat([
    head,
    writeMeta(offsets),
    box('mdat', ...data, words),
    box('udta', words),
    box('sefd', words),
    Buffer.from(`behind the end ${text}`),
  ]);
}

/** HEVC's user data (a message of type 5) before the first unit of the picture. */
function withUserData(data: Buffer, image: Buffer, words: Buffer): Buffer {
  if (!image.includes('hvcC')) return data;
  const message = Buffer.concat([
    Buffer.from([0x4e, 0x01, 5, 16 + words.length]),
    Buffer.alloc(16, 9),
    words,
    Buffer.from([0x80]),
  ]);
  return Buffer.concat([u32(message.length), message, data]);
}

/** Adds a profile, a turn, a description and an unknown property, and says that the main picture has them. */
function plantProperties(iprp: Buffer, primary: number, turns: number | undefined, icc: Buffer, words: Buffer): Buffer {
  const inside = readBoxes(iprp, 0, iprp.length);
  const ipco = find(inside, 'ipco');
  const ipma = find(inside, 'ipma');
  const properties = [
    box('colr', Buffer.from('prof'), icc),
    box('udes', u32(0), Buffer.from('en\0'), words, Buffer.from('\0\0')),
    box('uuid', Buffer.alloc(16, 7), words),
    ...(turns === undefined ? [] : [box('irot', Buffer.from([turns]))]),
  ];
  const first = readBoxes(iprp, ipco.body, ipco.end).length + 1;
  const added = properties.map((_, index) => first + index);
  const associations = Buffer.from(iprp.subarray(ipma.body, ipma.end));
  const parts = [associations.subarray(0, 8)];
  for (let at = 8; at < associations.length; ) {
    const count = associations.readUInt8(at + 2);
    const own = associations.subarray(at + 3, at + 3 + count);
    const more = associations.readUInt16BE(at) === primary ? added : [];
    parts.push(associations.subarray(at, at + 2), Buffer.from([count + more.length, ...own, ...more]));
    at += 3 + count;
  }
  return Buffer.concat([box('ipco', iprp.subarray(ipco.body, ipco.end), ...properties), box('ipma', ...parts)]);
}

/** One stretch of the file for each item. */
function readPlaces(iloc: Buffer): { id: number; offset: number; length: number }[] {
  const version = iloc.readUInt8(0);
  const [sizes, bases] = [iloc.readUInt8(4), iloc.readUInt8(5)];
  if (sizes !== 0x44 || version > 1) throw new Error('Not as libheif writes it');
  const count = iloc.readUInt16BE(6);
  let at = 8;
  return Array.from({ length: count }, () => {
    const id = iloc.readUInt16BE(at);
    at += version === 0 ? 4 : 6;
    const base = bases >> 4 === 4 ? iloc.readUInt32BE(at) : 0;
    at += (bases >> 4) + 2;
    const place = { id, offset: base + iloc.readUInt32BE(at), length: iloc.readUInt32BE(at + 4) };
    at += 8;
    return place;
  });
}

function writePlaces(items: { id: number; data: Buffer }[], offsets: number[]): Buffer {
  const entries = items.map(({ id, data }, index) =>
    Buffer.concat([u16(id), u16(0), u16(1), u32(offsets[index] ?? 0), u32(data.length)]),
  );
  return Buffer.concat([u32(0), Buffer.from([0x44, 0]), u16(items.length), ...entries]);
}

function writeEntry(id: number, type: string, name: string): Buffer {
  const more = type === 'mime' ? 'application/rdf+xml\0' : type === 'uri ' ? `${name}\0` : '';
  return box('infe', Buffer.from([2, 0, 0, 1]), u16(id), u16(0), Buffer.from(`${type}${name}\0${more}`));
}

function readBoxes(bytes: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; at += bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, start: at, body: at + 8, end: at + bytes.readUInt32BE(at) });
  }
  return boxes;
}

function find(boxes: Box[], type: string): Box {
  const found = boxes.find((candidate) => candidate.type === type);
  if (found === undefined) throw new Error(`The picture has no ${type}`);
  return found;
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

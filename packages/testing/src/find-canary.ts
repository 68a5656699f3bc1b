import { type LocationCanary, photoCanary, thumbnailCanary, xmpCoordinate } from './location-canary.ts';

type Needle = { what: string; bytes: Buffer };

const needles: Needle[] = [photoCanary, thumbnailCanary].flatMap(needlesOf);

/**
 * Looks for the planted locations in raw bytes (a stored object, a database dump, a log, an export), in every way that
 * `plantLocation` writes them: text in ASCII, UTF-16 and hexadecimal, EXIF rationals and doubles in both byte orders.
 * Returns what was found, such as `photo: latitude as rationals, little endian`; an empty list is what a test wants.
 * Compressed data has to be unpacked by the caller.
 */
export function findCanary(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return needles.filter((needle) => raw.includes(needle.bytes)).map((needle) => needle.what);
}

function needlesOf(canary: LocationCanary): Needle[] {
  const texts = {
    // Four decimals, so that a rounded copy (about ten metres) is found too.
    'latitude as decimal text': truncate(canary.latitude),
    'longitude as decimal text': truncate(canary.longitude),
    'latitude in minutes': xmpCoordinate(canary.latitudeParts, '').slice(0, -2),
    'longitude in minutes': xmpCoordinate(canary.longitudeParts, '').slice(0, -2),
    'name of the place': canary.place,
  };
  const binaries = {
    'latitude as rationals': (order: Order) => rationals(canary.latitudeParts, order),
    'longitude as rationals': (order: Order) => rationals(canary.longitudeParts, order),
    'latitude as a double': (order: Order) => double(canary.latitude, order),
    'longitude as a double': (order: Order) => double(canary.longitude, order),
  };
  return [
    ...Object.entries(texts).flatMap(([what, text]) => textNeedles(`${canary.name}: ${what}`, text)),
    ...Object.entries(binaries).flatMap(([what, write]) => [
      ...binaryNeedles(`${canary.name}: ${what}, little endian`, write('little')),
      ...binaryNeedles(`${canary.name}: ${what}, big endian`, write('big')),
    ]),
  ];
}

type Order = 'little' | 'big';

function textNeedles(what: string, text: string): Needle[] {
  return [
    ...binaryNeedles(what, Buffer.from(text, 'latin1')),
    // Without its last zero byte, the text reads the same in both byte orders.
    { what: `${what}, in UTF-16`, bytes: Buffer.from(text, 'utf16le').subarray(0, -1) },
  ];
}

/** The bytes themselves and their hexadecimal digits, as ImageMagick writes EXIF into PNG text. */
function binaryNeedles(what: string, bytes: Buffer): Needle[] {
  return [
    { what, bytes },
    { what: `${what}, in hexadecimal`, bytes: Buffer.from(bytes.toString('hex'), 'latin1') },
  ];
}

function truncate(degrees: number): string {
  return String(Math.trunc(Math.abs(degrees) * 10_000) / 10_000);
}

/** Minutes over 1, then hundred-thousandths of a second: the degrees before them are too common to look for. */
function rationals([, minutes, seconds]: LocationCanary['latitudeParts'], order: Order): Buffer {
  const bytes = Buffer.alloc(12);
  [minutes, 1, seconds].forEach((value, index) => {
    if (order === 'little') bytes.writeUInt32LE(value, index * 4);
    else bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

function double(value: number, order: Order): Buffer {
  const bytes = Buffer.alloc(8);
  if (order === 'little') bytes.writeDoubleLE(Math.abs(value));
  else bytes.writeDoubleBE(Math.abs(value));
  return bytes.subarray(order === 'little' ? 0 : 1, order === 'little' ? 7 : 8);
}

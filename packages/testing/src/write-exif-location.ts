import { decimalText, type LocationCanary } from './location-canary.ts';

export type ByteOrder = 'little' | 'big';

/** A TIFF field: tag, type (EXIF 2.32, section 4.6.2) and its bytes, already in the block's byte order. */
type Field = { tag: number; type: number; count: number; bytes: Buffer };

const ascii = 2;
const short = 3;
const long = 4;
const rational = 5;
const undefinedBytes = 7;
const double = 12;

type ExifContent = { orientation: number; order: ByteOrder; thumbnail: Buffer | null };

/**
 * An EXIF block (TIFF, without the `Exif` prefix) as a phone writes it, with the canary in the GPS directory, the
 * maker's note, the user's comment, Windows' UTF-16 comment and a description; where a thumbnail is given, it is
 * embedded in the second directory.
 */
export function writeExifLocation(canary: LocationCanary, { orientation, order, thumbnail }: ExifContent): Buffer {
  const write = fieldWriter(order);
  const parts: Buffer[] = [write.header];
  let end = 8;
  const add = (bytes: Buffer): number => {
    const at = end;
    parts.push(bytes, Buffer.alloc(bytes.length % 2));
    end += bytes.length + (bytes.length % 2);
    return at;
  };
  const text = decimalText(canary);
  const gps = add(
    writeDirectory(write, end, 0, [
      { tag: 0, type: 1, count: 4, bytes: Buffer.from([2, 3, 0, 0]) },
      write.ascii(1, canary.latitude < 0 ? 'S' : 'N'),
      write.rationals(2, dms(canary.latitudeParts)),
      write.ascii(3, canary.longitude < 0 ? 'W' : 'E'),
      write.rationals(4, dms(canary.longitudeParts)),
      write.undefined(0x1c, Buffer.concat([Buffer.from('UNICODE\0'), utf16(canary.place, order)])),
    ]),
  );
  const exif = add(
    writeDirectory(write, end, 0, [
      write.undefined(0x927c, Buffer.from(`TPCAM\0${text} ${canary.place}\0`, 'latin1')),
      write.undefined(0x9286, Buffer.from(`ASCII\0\0\0taken at ${text}`, 'latin1')),
      write.doubles(0xc6fd, [Math.abs(canary.latitude), Math.abs(canary.longitude)]),
    ]),
  );
  const picture = thumbnail ? add(thumbnail) : 0;
  const second = thumbnail
    ? add(
        writeDirectory(write, end, 0, [
          write.short(0x103, 6),
          write.long(0x201, picture),
          write.long(0x202, thumbnail.length),
        ]),
      )
    : 0;
  const first = add(
    writeDirectory(write, end, second, [
      write.ascii(0x10e, `Ticket at ${text}`),
      write.ascii(0x10f, 'Testmaker'),
      write.short(0x112, orientation),
      write.long(0x8769, exif),
      write.long(0x8825, gps),
      { tag: 0x9c9c, type: 1, count: text.length * 2, bytes: Buffer.from(text, 'utf16le') },
    ]),
  );
  write.patchHeader(first);
  return Buffer.concat(parts);
}

function dms([degrees, minutes, seconds]: LocationCanary['latitudeParts']): [number, number][] {
  return [
    [degrees, 1],
    [minutes, 1],
    [seconds, 100_000],
  ];
}

function utf16(text: string, order: ByteOrder): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

type FieldWriter = ReturnType<typeof fieldWriter>;

function fieldWriter(order: ByteOrder) {
  const little = order === 'little';
  const number = (length: number, put: (view: DataView) => void): Buffer => {
    const view = new DataView(new ArrayBuffer(length));
    put(view);
    return Buffer.from(view.buffer);
  };
  const u16 = (value: number) => number(2, (view) => view.setUint16(0, value, little));
  const u32 = (value: number) => number(4, (view) => view.setUint32(0, value, little));
  const f64 = (value: number) => number(8, (view) => view.setFloat64(0, value, little));
  const header = Buffer.concat([Buffer.from(little ? 'II' : 'MM'), u16(42), u32(0)]);
  return {
    u16,
    u32,
    header,
    patchHeader: (firstDirectory: number) => u32(firstDirectory).copy(header, 4),
    ascii: (tag: number, text: string): Field => {
      const bytes = Buffer.from(`${text}\0`, 'latin1');
      return { tag, type: ascii, count: bytes.length, bytes };
    },
    short: (tag: number, value: number): Field => ({ tag, type: short, count: 1, bytes: u16(value) }),
    long: (tag: number, value: number): Field => ({ tag, type: long, count: 1, bytes: u32(value) }),
    rationals: (tag: number, values: [number, number][]): Field => ({
      tag,
      type: rational,
      count: values.length,
      bytes: Buffer.concat(values.flat().map(u32)),
    }),
    doubles: (tag: number, values: number[]): Field => ({
      tag,
      type: double,
      count: values.length,
      bytes: Buffer.concat(values.map(f64)),
    }),
    undefined: (tag: number, bytes: Buffer): Field => ({ tag, type: undefinedBytes, count: bytes.length, bytes }),
  };
}

/** One directory that starts at `offset`, its longer values behind it, and the offset of the next directory (0: none). */
function writeDirectory(write: FieldWriter, offset: number, next: number, fields: Field[]): Buffer {
  const values: Buffer[] = [];
  let valueAt = offset + 2 + fields.length * 12 + 4;
  const entries = fields.map(({ tag, type, count, bytes }) => {
    const head = Buffer.concat([write.u16(tag), write.u16(type), write.u32(count)]);
    if (bytes.length <= 4) return Buffer.concat([head, bytes, Buffer.alloc(4 - bytes.length)]);
    const entry = Buffer.concat([head, write.u32(valueAt)]);
    const padded = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]);
    values.push(padded);
    valueAt += padded.length;
    return entry;
  });
  return Buffer.concat([write.u16(fields.length), ...entries, write.u32(next), ...values]);
}

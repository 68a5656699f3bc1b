import { collectBytes } from '../collect-bytes.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readUint8, readUint16, readUint32 } from '../read-integer.ts';
import { uint16Bytes, uint32Bytes } from '../write-integer.ts';

/** Slices of the picture, and the sets of parameters; the rest (messages, padding, marks) changes no pixel. */
const isPictureUnit = (type: number): boolean => type <= 21 || (type >= 32 && type <= 34);
/** Sequence header, temporal delimiter, frame header, tile group, frame, redundant frame header. */
const pictureObus = new Set([1, 2, 3, 4, 6, 7]);
const configurationHeader = 22;

/**
 * The units of an HEVC picture (ITU-T H.265, 7.4.2.2) that make it up, each behind its length, as an item of type `hvc1` holds
 * them: user data that encoders write between them is left out.
 */
export function stripHevc(data: Uint8Array, lengthSize: number): Uint8Array {
  const kept = collectBytes(data.length);
  for (let at = 0; at < data.length; ) {
    const start = at + lengthSize;
    const length =
      lengthSize === 4 ? readUint32(data, at) : lengthSize === 2 ? readUint16(data, at) : readUint8(data, at);
    const end = start + length;
    if (end > data.length || length < 2) throw damaged('The picture is cut.');
    if (isPictureUnit((readUint8(data, start) >> 1) & 63)) kept.add(data.subarray(at, end));
    at = end;
  }
  return kept.toBytes();
}

/** HEVC's configuration (ISO/IEC 14496-15, 8.3.3.1) with its parameter sets alone, and how long the units' lengths are. */
export function stripHevcConfiguration(body: Uint8Array): { body: Uint8Array; lengthSize: number } {
  const arrays = readUint8(body, configurationHeader);
  const kept: number[] = [];
  let keptArrays = 0;
  let at = configurationHeader + 1;
  for (let array = 0; array < arrays; array++) {
    const type = readUint8(body, at) & 63;
    const units = readUint16(body, at + 1);
    const start = at;
    at += 3;
    for (let unit = 0; unit < units; unit++) at += 2 + readUint16(body, at);
    if (at > body.length) throw damaged('The configuration is cut.');
    if (type < 32 || type > 34) continue;
    keptArrays++;
    kept.push(...body.subarray(start, at));
  }
  const header = body.subarray(0, configurationHeader);
  const lengthSize = (readUint8(body, 21) & 3) + 1;
  if (lengthSize === 3) throw damaged('The configuration makes no sense.');
  return { body: Uint8Array.from([...header, keptArrays, ...kept]), lengthSize };
}

/** The units of an AV1 picture (AV1 specification, 5.3) that make it up. */
export function stripAv1(data: Uint8Array): Uint8Array {
  const kept = collectBytes(data.length);
  for (let at = 0; at < data.length; ) {
    const header = readUint8(data, at);
    let body = at + ((header & 4) === 0 ? 1 : 2);
    let end = data.length;
    if ((header & 2) !== 0) {
      let length = 0;
      for (let shift = 0, byte = 0x80; (byte & 0x80) !== 0; shift += 7) {
        if (shift > 28) throw damaged('The picture makes no sense.');
        byte = readUint8(data, body++);
        length += (byte & 0x7f) * 2 ** shift;
      }
      end = body + length;
    }
    if (end > data.length || body > data.length) throw damaged('The picture is cut.');
    if (pictureObus.has((header >> 3) & 15)) kept.add(data.subarray(at, end));
    at = end;
  }
  return kept.toBytes();
}

/** What a picture is put together from: rows and columns of tiles (ISO/IEC 23008-12, 6.6.2.3), sizes in pixels. */
export function stripGrid(data: Uint8Array, tiles: number): Uint8Array {
  const isLong = (readUint8(data, 1) & 1) === 1;
  const rows = readUint8(data, 2) + 1;
  const columns = readUint8(data, 3) + 1;
  if (readUint8(data, 0) !== 0 || rows * columns !== tiles)
    throw damaged('The tiles are not as many as they should be.');
  const sides = isLong
    ? [...uint32Bytes(readUint32(data, 4)), ...uint32Bytes(readUint32(data, 8))]
    : [...uint16Bytes(readUint16(data, 4)), ...uint16Bytes(readUint16(data, 6))];
  return Uint8Array.from([0, isLong ? 1 : 0, rows - 1, columns - 1, ...sides]);
}

/** Pictures laid over one another (ISO/IEC 23008-12, 6.6.2.2): a colour, a size, and a place for each. */
export function stripOverlay(data: Uint8Array, pictures: number): Uint8Array {
  const numberLength = (readUint8(data, 1) & 1) === 1 ? 4 : 2;
  const length = 2 + 4 * 2 + 2 * numberLength + pictures * 2 * numberLength;
  if (readUint8(data, 0) !== 0 || data.length < length) throw damaged('The overlay is cut.');
  return data.subarray(0, length);
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { collectBytes } from '../collect-bytes.ts';
import { rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { type Box, readBoxes, readTopBoxes } from '../heif/read-boxes.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { readUint16, readUint32 } from '../read-integer.ts';
import { nameBytes, uint32Bytes } from '../write-integer.ts';

const signature = [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20];
const wholeBoxes = new Set(['jP  ', 'ftyp']);
/** Sides, depth, palette, its channels, transparency. */
const headerBoxes = new Set(['ihdr', 'bpcc', 'pclr', 'cmap', 'cdef']);
const marker = { start: 0xff4f, comment: 0xff64, tile: 0xff90, data: 0xff93, end: 0xffd9 } as const;

/** A JPEG 2000 (ISO/IEC 15444-1) of the same picture, without comments, and without boxes of metadata where it has boxes. */
export function stripJpeg2000(bytes: Uint8Array): Uint8Array {
  if (!signature.every((byte, index) => bytes[index] === byte)) return stripCodestream(bytes);
  const output = collectBytes(bytes.length);
  for (const box of readTopBoxes(bytes)) {
    const body = bytes.subarray(box.body, box.end);
    if (wholeBoxes.has(box.type)) addBox(output, box.type, body);
    if (box.type === 'jp2h') addBox(output, box.type, stripHeader(bytes, box));
    if (box.type !== 'jp2c') continue;
    addBox(output, box.type, stripCodestream(body));
    return output.toBytes();
  }
  throw damaged();
}

function stripHeader(bytes: Uint8Array, header: Box): Uint8Array {
  const output = collectBytes(256);
  for (const box of readBoxes(bytes, header.body, header.end)) {
    const body = bytes.subarray(box.body, box.end);
    if (headerBoxes.has(box.type)) addBox(output, box.type, body);
    if (box.type !== 'colr') continue;
    const isNumbered = body[0] === 1;
    const profile = isNumbered ? undefined : rebuildColorProfile(body.subarray(3));
    if (isNumbered) addBox(output, box.type, body.subarray(0, 7));
    else if (profile !== undefined) addBox(output, box.type, Uint8Array.from([...body.subarray(0, 3), ...profile]));
  }
  return output.toBytes();
}

/** The main header and the tiles, each header without its comments. */
function stripCodestream(bytes: Uint8Array): Uint8Array {
  if (readUint16(bytes, 0) !== marker.start) throw damaged();
  const output = collectBytes(bytes.length);
  output.add(bytes.subarray(0, 2));
  let at = copySegments(bytes, 2, output);
  while (readUint16(bytes, at) === marker.tile) {
    const told = readUint32(bytes, at + 6);
    // A last tile may reach to the end of the picture without saying how far that is.
    const end = told === 0 ? bytes.length - 2 : at + told;
    const tile = collectBytes(end - at);
    tile.add(bytes.subarray(at, at + 12));
    const dataAt = copySegments(bytes, at + 12, tile);
    if (end > bytes.length || dataAt > end) throw damaged();
    tile.add(bytes.subarray(dataAt, end));
    const stripped = tile.toBytes();
    if (told !== 0) stripped.set(uint32Bytes(stripped.length), 6);
    output.add(stripped);
    at = end;
  }
  output.add([marker.end >> 8, marker.end & 0xff]);
  return output.toBytes();
}

/** Copies segments, less comments, up to a tile or its data. Answers where that starts. */
function copySegments(bytes: Uint8Array, from: number, output: ReturnType<typeof collectBytes>): number {
  let at = from;
  while (true) {
    const kind = readUint16(bytes, at);
    if (kind === marker.tile || kind === marker.data || kind === marker.end) return at;
    const end = at + 2 + readUint16(bytes, at + 2);
    if (kind < 0xff30 || end < at + 4 || end > bytes.length) throw damaged();
    if (kind !== marker.comment) output.add(bytes.subarray(at, end));
    at = end;
  }
}

function addBox(output: ReturnType<typeof collectBytes>, type: string, body: Uint8Array): void {
  output.add([...uint32Bytes(body.length + 8), ...nameBytes(type)]);
  output.add(body);
}

function damaged(): ImageFormatError {
  return new ImageFormatError('image_damaged', 'A JPEG 2000 is broken.');
}

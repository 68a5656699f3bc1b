import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint32 } from '../read-integer.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2): its contents lie from `body` to before `end`. */
export type Box = { type: string; body: number; end: number };

/** The boxes from `start` to `end`, one behind the other. Throws `image_damaged` where one reaches beyond `end`. */
export function* readBoxes(bytes: Uint8Array, start: number, end: number): Generator<Box> {
  let position = start;
  while (position + 8 <= end) {
    const box = readBox(bytes, position, end);
    if (box === undefined) throw new ImageFormatError('image_damaged', 'A part is longer than what holds it.');
    yield box;
    position = box.end;
  }
}

/**
 * The boxes of a whole file. What cameras hang on behind them is no box, so the first thing that is none ends the file; whether
 * the picture is all there is told by where its data should be.
 */
export function* readTopBoxes(bytes: Uint8Array): Generator<Box> {
  let position = 0;
  while (position + 8 <= bytes.length) {
    const box = readBox(bytes, position, bytes.length);
    if (box === undefined) return;
    yield box;
    position = box.end;
  }
}

/** The first box of a type directly inside `parent`, whose own fields before the boxes take `skipped` bytes. */
export function findBox(bytes: Uint8Array, parent: Box, type: string, skipped = 0): Box | undefined {
  for (const box of readBoxes(bytes, parent.body + skipped, parent.end)) {
    if (box.type === type) return box;
  }
  return undefined;
}

function readBox(bytes: Uint8Array, position: number, end: number): Box | undefined {
  const type = readName(bytes, position + 4);
  const size = readUint32(bytes, position);
  if (size === 0) return { type, body: position + 8, end };
  if (size !== 1)
    return position + size > end || size < 8 ? undefined : { type, body: position + 8, end: position + size };
  if (position + 16 > end) return undefined;
  const long = readUint32(bytes, position + 8) * 2 ** 32 + readUint32(bytes, position + 12);
  return long < 16 || position + long > end ? undefined : { type, body: position + 16, end: position + long };
}

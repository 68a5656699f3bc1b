import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint32 } from '../read-integer.ts';
import { crc32 } from './crc32.ts';

/** A chunk of a PNG file: its type and data, and where it stands with length and checksum, from `start` to `end`. */
export type PngChunk = { type: string; data: Uint8Array; start: number; end: number };

const signatureLength = 8;

/**
 * The chunks of a PNG in file order (ISO/IEC 15948, clause 5) up to its end chunk; what lies behind is never looked at.
 * Throws `image_damaged` where the file breaks off.
 */
export function* readPngChunks(bytes: Uint8Array): Generator<PngChunk> {
  let position = signatureLength;
  while (true) {
    const length = readUint32(bytes, position);
    const type = readName(bytes, position + 4);
    const end = position + 12 + length;
    if (end > bytes.length) throw new ImageFormatError('image_damaged', 'A chunk is longer than the file.');
    yield { type, data: bytes.subarray(position + 8, end - 4), start: position, end };
    if (type === 'IEND') return;
    position = end;
  }
}

/** Whether the checksum at the end of a chunk is the one of its type and data. */
export function hasRightChecksum(bytes: Uint8Array, chunk: PngChunk): boolean {
  return readUint32(bytes, chunk.end - 4) === crc32(bytes.subarray(chunk.start + 4, chunk.end - 4));
}

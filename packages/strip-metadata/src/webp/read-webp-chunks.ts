import { ImageFormatError } from '../image-format-error.ts';
import { readName, readUint32 } from '../read-integer.ts';

export type WebpChunk = { type: string; data: Uint8Array };

const headerLength = 12;

/**
 * The chunks of a WebP file in file order (RFC 9649, clause 2) as far as its RIFF header reaches; what lies behind is
 * never looked at. Throws `image_damaged` where the file breaks off.
 */
export function* readWebpChunks(bytes: Uint8Array): Generator<WebpChunk> {
  const fileEnd = 8 + readUint32(bytes, 4, true);
  if (fileEnd > bytes.length) throw new ImageFormatError('image_damaged', 'The WebP is shorter than it says.');
  let position = headerLength;
  while (position + 8 <= fileEnd) {
    const dataStart = position + 8;
    const dataEnd = dataStart + readUint32(bytes, position + 4, true);
    if (dataEnd > fileEnd) throw new ImageFormatError('image_damaged', 'A chunk is longer than the file.');
    yield { type: readName(bytes, position), data: bytes.subarray(dataStart, dataEnd) };
    position = dataEnd + (dataEnd % 2);
  }
}

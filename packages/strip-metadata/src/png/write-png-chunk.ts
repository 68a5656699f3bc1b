import { collectBytes } from '../collect-bytes.ts';
import { nameBytes, uint32Bytes } from '../write-integer.ts';
import { crc32 } from './crc32.ts';

/** A chunk of a PNG: length, type, data, checksum. */
export function writePngChunk(type: string, ...data: ArrayLike<number>[]): Uint8Array {
  const length = data.reduce((sum, part) => sum + part.length, 0);
  const checked = collectBytes(4 + length);
  for (const part of [nameBytes(type), ...data]) checked.add(part);
  const chunk = collectBytes(12 + length);
  for (const part of [uint32Bytes(length), checked.toBytes(), uint32Bytes(crc32(checked.toBytes()))]) chunk.add(part);
  return chunk.toBytes();
}

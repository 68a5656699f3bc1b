import { collectBytes } from '../collect-bytes.ts';
import { uint32Bytes } from '../write-integer.ts';
import { adler32 } from './adler32.ts';

const longestBlock = 0xffff;

/** A zlib stream (RFC 1950) that holds the bytes uncompressed: for colour profiles, which are small. */
export function storeZlib(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.max(1, Math.ceil(bytes.length / longestBlock));
  const stream = collectBytes(bytes.length + blocks * 5 + 6);
  stream.add([0x78, 0x01]);
  for (let block = 0; block < blocks; block++) {
    const data = bytes.subarray(block * longestBlock, (block + 1) * longestBlock);
    const length = [data.length & 0xff, data.length >> 8];
    const complement = [~data.length & 0xff, (~data.length >> 8) & 0xff];
    stream.add([block === blocks - 1 ? 1 : 0, ...length, ...complement]);
    stream.add(data);
  }
  stream.add(uint32Bytes(adler32(bytes)));
  return stream.toBytes();
}

import { constants, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../test/seeded-random.ts';
import { inflateZlib } from './inflate-zlib.ts';
import { storeZlib } from './store-zlib.ts';

const random = seededRandom(3);
const samples: [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from([7])],
  ['zeros', Buffer.alloc(70_000)],
  ['words', Buffer.from('red green blue curve '.repeat(5000))],
  ['noise', Buffer.from(Array.from({ length: 70_000 }, () => Math.floor(random() * 256)))],
  ['few values', Buffer.from(Array.from({ length: 70_000 }, () => Math.floor(random() ** 4 * 60)))],
];
const longest = 4 * 1024 * 1024;

describe.each(samples)('%s', (_name, sample) => {
  test.each([
    ['stored', { level: 0 }],
    ['fast', { level: 1 }],
    ['best', { level: 9 }],
    ['with fixed codes', { strategy: constants.Z_FIXED }],
    ['with codes only', { strategy: constants.Z_HUFFMAN_ONLY }],
    ['with runs only', { strategy: constants.Z_RLE }],
  ])('packed %s comes out as it was', (_how, options) => {
    expect(Buffer.from(inflateZlib(deflateSync(sample, options), longest)).equals(sample)).toBe(true);
  });

  test('stored by us, others read it, and we do', () => {
    expect(inflateSync(storeZlib(sample)).equals(sample)).toBe(true);
    expect(Buffer.from(inflateZlib(storeZlib(sample), longest)).equals(sample)).toBe(true);
  });
});

test('a stream that unpacks to more than allowed is refused', () => {
  const packed = deflateSync(Buffer.alloc(10_001));
  expect(inflateZlib(packed, 10_001).length).toBe(10_001);
  expect(() => inflateZlib(packed, 10_000)).toThrow(expect.objectContaining({ code: 'image_damaged' }));
  const stored = deflateSync(Buffer.alloc(10_001), { level: 0 });
  expect(() => inflateZlib(stored, 10_000)).toThrow(expect.objectContaining({ code: 'image_damaged' }));
});

test('a stream cut anywhere is refused', () => {
  const packed = deflateSync(samples[3]?.[1] ?? Buffer.alloc(0));
  for (let length = 0; length < packed.length; length++) {
    expect(() => inflateZlib(packed.subarray(0, length), longest)).toThrow(
      expect.objectContaining({ code: 'image_damaged' }),
    );
  }
});

test('of damaged streams, those that we take are those that zlib takes, and come out the same', () => {
  const packed = deflateSync(samples[5]?.[1].subarray(0, 3000) ?? Buffer.alloc(0));
  for (let round = 0; round < 3000; round++) {
    const damaged = Buffer.from(packed);
    const at = Math.floor(random() * damaged.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    expect(unpacked(() => inflateZlib(damaged, longest))).toBe(unpacked(() => inflateSync(damaged)));
  }
});

function unpacked(unpack: () => Uint8Array): string {
  try {
    return Buffer.from(unpack()).toString('base64');
  } catch {
    return 'refused';
  }
}

import { expect, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { photoCanary } from '@ticket-pros/testing/location-canary';
import { writeIccLocation } from '@ticket-pros/testing/write-icc-location';
import sharp from 'sharp';
import { longestColorProfile, rebuildColorProfile } from './rebuild-color-profile.ts';

async function readProfile(name: string): Promise<Buffer> {
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });
  const picture = name === 'cmyk' ? blank.toColourspace('cmyk') : blank;
  const { icc } = await sharp(await picture.withIccProfile(name).jpeg().toBuffer()).metadata();
  if (icc === undefined) throw new Error(`sharp wrote no profile ${name}`);
  return icc;
}

function readTags(profile: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(profile);
  return new Map(
    Array.from({ length: bytes.readUInt32BE(128) }, (_, index) => {
      const entry = 132 + index * 12;
      const start = bytes.readUInt32BE(entry + 4);
      const data = bytes.subarray(start, start + bytes.readUInt32BE(entry + 8));
      return [bytes.toString('latin1', entry, entry + 4), data];
    }),
  );
}

const texts = ['desc', 'cprt'];

test.each(['srgb', 'p3', 'cmyk'])('the %s profile keeps the numbers of all its colours', async (name) => {
  const profile = await readProfile(name);
  const rebuilt = rebuildColorProfile(profile);
  const before = readTags(profile);
  const after = readTags(rebuilt ?? Buffer.alloc(132));
  const colorTags = [
    'rXYZ',
    'gXYZ',
    'bXYZ',
    'wtpt',
    'bkpt',
    'rTRC',
    'gTRC',
    'bTRC',
    'chad',
    'A2B0',
    'A2B1',
    'B2A0',
    'gamt',
  ];
  const expected = [...before.keys()].filter((tag) => colorTags.includes(tag));
  expect(expected.length).toBeGreaterThan(3);
  for (const tag of expected) expect(after.get(tag)).toEqual(before.get(tag));
});

test.each(['srgb', 'p3', 'cmyk'])('of the words in the %s profile, none is left', async (name) => {
  const profile = await readProfile(name);
  const rebuilt = readTags(rebuildColorProfile(profile) ?? Buffer.alloc(132));
  const words = texts.map(
    (text) =>
      rebuilt
        .get(text)
        ?.toString('latin1')
        .replaceAll(/[^ -~]/g, '') ?? '',
  );
  expect(words[0]).toMatch(/^(desc|mlucenUS)Color profile$/);
  expect(words[1]).toMatch(/^(text|mlucenUS)None$/);
  expect([...rebuilt.keys()].filter((tag) => ['targ', 'DevD', 'CIED', 'clrt', 'dmnd', 'meta'].includes(tag))).toEqual(
    [],
  );
});

test('promise TP-2: a place that a profile was given is left out', async () => {
  const profile = await writeIccLocation(photoCanary);
  expect(findCanary(profile)).not.toEqual([]);
  expect(findCanary(rebuildColorProfile(profile) ?? Buffer.alloc(0))).toEqual([]);
});

test('device, maker, creator, dates and spare bytes of the header are left out', async () => {
  const profile = await readProfile('srgb');
  const [marked, places] = [Buffer.from(profile), [4, 24, 40, 44, 48, 52, 56, 80, 84, 100, 110, 124]];
  for (const place of places) marked.write('GPS!', place);
  expect(rebuildColorProfile(marked)).toEqual(rebuildColorProfile(profile));
});

test('rebuilding twice is the same as once', async () => {
  for (const name of ['srgb', 'p3', 'cmyk']) {
    const once = rebuildColorProfile(await readProfile(name));
    expect(once && rebuildColorProfile(once)).toEqual(once);
  }
});

test('words behind the numbers of a curve are cut off', async () => {
  const profile = await readProfile('srgb');
  // The profile's last tag is made longer by the words.
  const entries = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => 132 + index * 12);
  const last = entries.reduce((a, b) => (profile.readUInt32BE(a + 4) >= profile.readUInt32BE(b + 4) ? a : b));
  const words = Buffer.from('CANARY!!');
  const longer = Buffer.concat([profile, words]);
  const end = longer.readUInt32BE(last + 4) + longer.readUInt32BE(last + 8);
  longer.writeUInt32BE(longer.readUInt32BE(last + 8) + (longer.length - end), last + 8);
  longer.writeUInt32BE(longer.length, 0);
  const rebuilt = rebuildColorProfile(longer);
  expect(rebuilt).toBeDefined();
  expect(Buffer.from(rebuilt ?? []).includes('CANARY')).toBe(false);
});

test('a profile that is broken is no profile', async () => {
  const profile = await readProfile('srgb');
  const changed = (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(profile);
    change(copy);
    return copy;
  };
  const broken = [
    Buffer.alloc(0),
    profile.subarray(0, 140),
    profile.subarray(0, -1),
    changed((copy) => copy.write('nope', 36)),
    changed((copy) => copy.writeUInt32BE(0xffffffff, 128)),
    changed((copy) => copy.writeUInt32BE(0xffffffff, 136)),
    changed((copy) => copy.writeUInt32BE(0, 128)),
    Buffer.alloc(longestColorProfile + 4),
  ];
  for (const candidate of broken) expect(rebuildColorProfile(candidate)).toBeUndefined();
});

test('tags that overlap do not make a small profile large', async () => {
  const profile = await readProfile('srgb');
  const names = ['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt', 'pre0', 'pre1', 'pre2'];
  const tableEnd = 132 + names.length * 12;
  const large = Buffer.alloc(longestColorProfile / 4);
  profile.copy(large, 0, 0, 128);
  large.writeUInt32BE(large.length, 0);
  large.writeUInt32BE(names.length, 128);
  names.forEach((name, index) => {
    large.write(name, 132 + index * 12);
    large.writeUInt32BE(tableEnd + index * 4, 136 + index * 12);
    large.writeUInt32BE(large.length - tableEnd - 60, 140 + index * 12);
    large.write('mAB ', tableEnd + index * 4);
  });
  expect(rebuildColorProfile(large)).toBeUndefined();
});

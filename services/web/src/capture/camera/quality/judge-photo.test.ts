import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { type Damage, damagePhoto } from '../test/damage-photo.ts';
import { readPhotoPixels } from '../test/read-photo-pixels.ts';
import { judgePhoto, type PhotoWarning } from './judge-photo.ts';
import { measurePhoto } from './measure-photo.ts';

const samples = join(import.meta.dirname, '../../../../../../packages/testing/fixtures/tickets');
const sample = (name: string) => readFileSync(join(samples, `${name}.jpg`));
const judge = async (photo: Buffer): Promise<PhotoWarning[]> => judgePhoto(measurePhoto(await readPhotoPixels(photo)));

test('a good photo, a scan and a tilted ticket raise no alarm', async () => {
  const names = ['public-scale-01', 'time-and-material-01', 'concrete-delivery-01'];
  const told = await Promise.all(names.map(async (name) => [name, await judge(sample(name))]));
  expect(told).toEqual(names.map((name) => [name, []]));
}, 60_000);

const cases: [Damage, PhotoWarning, string][] = [
  ['outOfFocus', 'blurred', 'time-and-material-01'],
  ['shaken', 'blurred', 'public-scale-01'],
  ['underexposed', 'dark', 'time-and-material-01'],
  ['glare', 'glare', 'public-scale-01'],
  ['cutOff', 'cutOff', 'time-and-material-01'],
  ['farAway', 'small', 'public-scale-01'],
];

test.each(cases)('a photo that is %s is told: %s', async (damage, warning, name) => {
  const told = await judge(await damagePhoto(sample(name), damage));
  expect(told[0]).toBe(warning);
});

test('a bare table raises no alarm about print, and a tiny picture is measured without falling over', async () => {
  const table = sharp({ create: { width: 900, height: 700, channels: 3, background: '#77706a' } }).jpeg();
  expect(await judge(await table.toBuffer())).toEqual([]);
  const tiny = sharp({ create: { width: 20, height: 9, channels: 3, background: '#ddd' } }).png();
  expect(await judge(await tiny.toBuffer())).toEqual(['small']);
});

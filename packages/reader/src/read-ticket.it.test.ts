/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { readingSchema } from '@ticket-pros/contracts/reading';
import sharp from 'sharp';
import { readLabels } from './bench/read-labels.ts';
import { readTicket } from './read-ticket.ts';
import { createTextEngine } from './text/create-text-engine.ts';

const fixtures = fileURLToPath(new URL('../../testing/fixtures/tickets/', import.meta.url));
const engine = createTextEngine();
afterAll(() => engine.close());

test('a photographed ticket becomes values, each in the place where it is printed', async () => {
  const photo = await readFile(`${fixtures}quarry-load-01.jpg`);
  const reading = readingSchema.parse(await readTicket([photo], fieldTicketType, { engine }));
  const label = (await readLabels(fixtures)).find(({ image }) => image === 'quarry-load-01.jpg');
  const printed = Object.entries(label?.fields ?? {});
  const right = printed.filter(([name, { normalized }]) =>
    reading.values.some((value) => value.field === name && value.normalized.toUpperCase() === normalized),
  );
  expect(printed.length).toBeGreaterThan(10);
  expect(right.length).toBeGreaterThanOrEqual(0.8 * printed.length);
  // a unit stands beside each of its numbers, and any of these places will do
  for (const [name, { box }] of right.filter(([name]) => !name.endsWith('unit'))) {
    const value = reading.values.find(({ field }) => field === name);
    const [x = 0, y = 0, width = 0, height = 0] = box ?? [];
    const middle = {
      x: (value?.box.x ?? 0) + (value?.box.width ?? 0) / 2,
      y: (value?.box.y ?? 0) + (value?.box.height ?? 0) / 2,
    };
    expect({
      name,
      inside: Math.abs(middle.x - x - width / 2) < width && Math.abs(middle.y - y - height / 2) < 2 * height,
    }).toEqual({
      name,
      inside: true,
    });
  }
});

test.each([90, 180, 270])(
  'a page turned by %i° is read all the same, its boxes on the image as it lies',
  async (angle) => {
    const upright = await readFile(`${fixtures}landfill-slip-01.jpg`);
    const turned = await sharp(upright).autoOrient().rotate(angle).jpeg({ quality: 92 }).toBuffer();
    const { width, height } = await sharp(turned).metadata();
    const reading = await readTicket([turned], fieldTicketType, { engine });
    expect(reading.pages).toEqual([{ width, height }]);
    const date = reading.values.find(({ field }) => field === 'date');
    expect(date?.normalized).toBe('2025-02-19');
    const [long, short] = angle === 180 ? (['width', 'height'] as const) : (['height', 'width'] as const);
    expect(date?.box[long]).toBeGreaterThan(2 * (date?.box[short] ?? 0));
  },
);

test('a page of which nothing is read has no values and says why, and two pages are told apart', async () => {
  const blank = await sharp({ create: { width: 800, height: 1000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const slip = await readFile(`${fixtures}landfill-slip-01.jpg`);
  const dark = await sharp(slip).linear(0.008, 0).jpeg().toBuffer();
  expect(await readTicket([blank], fieldTicketType, { engine })).toMatchObject({ values: [], nothingRead: 'no_text' });
  expect(await readTicket([dark], fieldTicketType, { engine })).toMatchObject({ values: [], nothingRead: 'too_dark' });
  const { pages, values, nothingRead } = await readTicket([blank, slip], fieldTicketType, { engine });
  expect(nothingRead).toBeNull();
  expect(pages).toHaveLength(2);
  expect(new Set(values.map(({ box }) => box.page))).toEqual(new Set([1]));
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import sharp from 'sharp';
import { z } from 'zod';

const folder = join(import.meta.dirname, '..', 'fixtures', 'tickets');
const boxSchema = z.tuple([z.int(), z.int(), z.int().positive(), z.int().positive()]);
const labelSchema = z.object({
  image: z.string(),
  template: z.string(),
  width: z.int(),
  height: z.int(),
  fields: z.record(z.string(), z.object({ value: z.string(), normalized: z.string(), box: boxSchema })),
  blank: z.array(z.string()),
  lineItems: z.array(z.object({ description: z.string(), amount: z.string().nullable(), box: boxSchema })),
});

const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => labelSchema.parse(JSON.parse(line)));
const pictures = readdirSync(folder).filter((name) => name.endsWith('.jpg'));
const known = new Set(fieldTicketType.fields.map((field) => field.name));

test('every picture has its labels, in ten layouts at least', () => {
  expect(labels.map((label) => label.image).sort()).toEqual(pictures.sort());
  expect(new Set(labels.map((label) => label.template)).size).toBeGreaterThanOrEqual(10);
});

test.each(labels)('$image has known fields, boxes inside the picture, and no metadata', async (label) => {
  const { width, height, exif, xmp, iptc, icc } = await sharp(join(folder, label.image)).metadata();
  expect([width, height]).toEqual([label.width, label.height]);
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  const names = [...Object.keys(label.fields), ...label.blank];
  expect(names.filter((name) => !known.has(name))).toEqual([]);
  const boxes = [...Object.values(label.fields), ...label.lineItems].map(({ box }) => box);
  expect(boxes.filter(([x, y, w, h]) => x < 0 || y < 0 || x + w > width || y + h > height)).toEqual([]);
});

test.each(labels)('the sums on $image are right', ({ fields, lineItems }) => {
  const amount = (name: string) => Number(fields[name]?.normalized ?? Number.NaN);
  const missing = (...names: string[]) => names.some((name) => !(name in fields));
  if (!missing('gross_weight', 'tare_weight', 'net_weight')) {
    expect(amount('gross_weight') - amount('tare_weight')).toBe(amount('net_weight'));
  }
  if (!missing('subtotal', 'tax', 'total')) {
    expect(amount('subtotal') + amount('tax')).toBeCloseTo(amount('total'), 6);
  }
  const amounts = lineItems.flatMap((item) => (item.amount === null ? [] : [Number(item.amount.replaceAll(',', ''))]));
  if (amounts.length > 0 && !missing('subtotal')) {
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(amount('subtotal'), 6);
  }
});

test('all pictures together stay small enough for the repository', () => {
  const total = pictures.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(total).toBeLessThan(5_000_000);
});

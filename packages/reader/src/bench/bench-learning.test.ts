import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { readKnownForms } from '../forms/read-known-forms.ts';
import { drawForm, fillIn, photograph } from '../testing/made-up-forms.ts';
import { readValues } from '../values/read-values.ts';
import { benchLearning } from './bench-learning.ts';
import { formatLearning } from './format-learning.ts';
import type { LabelledImage } from './read-labels.ts';
import { f1 } from './tally.ts';

/** Images of layouts that were drawn from seeds, as many as given. */
function label(layout: number, image: number): LabelledImage {
  const { values } = page(layout, image);
  const fields = values.flatMap(({ field, normalized, box }): [string, LabelledImage['fields'][string]][] =>
    normalized === null || box === null
      ? []
      : [[field, { value: normalized, kind: 'printed', box: [box.x, box.y, box.width, box.height] }]],
  );
  return {
    image: `${layout}-${image}`,
    template: `layout-${layout}`,
    condition: 'photo',
    fields: Object.fromEntries(fields),
    blank: [],
    lineItems: [],
  };
}

function page(layout: number, image: number): ReturnType<typeof photograph> {
  return photograph(drawForm(layout), fillIn(image), { turn: (image % 5) - 2, seed: image });
}

test('learns from the first images of each layout and reports on the others alone, the same ones at each step', async () => {
  const learnedFrom = new Set<string>();
  const labels = [1, 2].flatMap((layout) => [1, 2, 3, 4, 5, 6].map((image) => label(layout, image)));
  const strangers = [label(3, 1)];
  const steps = await benchLearning(labels, strangers, 3, fieldTicketType, async ({ image }, index) => {
    if (index.forms.length === 0) learnedFrom.add(image);
    const [layout = 0, number = 0] = image.split('-').map(Number);
    const { words, size } = page(layout, number);
    const { evidence, forms } = readKnownForms(words, [size], index, fieldTicketType, 'month-first');
    const values = readValues(words, fieldTicketType, 'month-first', evidence);
    return { engine: 'none', engineVersion: '1', pages: [size], words, values, forms, timings: {} };
  });
  expect(steps.map(({ examples }) => examples)).toEqual([0, 1, 3]);
  for (const { predictions } of steps) {
    expect(predictions.map(({ image }) => image)).toEqual(['1-4', '1-5', '1-6', '2-4', '2-5', '2-6']);
  }
  const [none, , three] = steps.map(({ score }) => f1(score.overall));
  expect(three).toBeGreaterThan(none ?? 1);
  expect(three).toBeGreaterThan(0.95);
  expect(steps.at(-1)?.confusion.get('layout-3')).toEqual(new Map([['none', 1]]));
  expect(formatLearning(steps, new Set(['layout-1', 'layout-2']))).toMatch(/layout-1 +3 +0 +0/);
});

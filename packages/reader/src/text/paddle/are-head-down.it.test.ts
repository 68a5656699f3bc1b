/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readLabels } from '../../bench/read-labels.ts';
import { cutsOf } from '../../image/cut-sharply.ts';
import type { Quad } from '../../image/grey-image.ts';
import { openImage } from '../../image/open-image.ts';
import { turnCorners } from '../../image/straighten-page.ts';
import { areHeadDown } from './are-head-down.ts';
import { loadRuntime } from './load-runtime.ts';
import { englishModels } from './models.ts';
import { type Model, openModels } from './open-models.ts';

const slip = fileURLToPath(new URL('../../../../testing/fixtures/tickets/landfill-slip-01.jpg', import.meta.url));
/** As the model that tells directions is about blurred lines in the dark. */
const undecided: Model = {
  run: async () => ({ data: Float32Array.of(0.49, 0.51), dims: [1, 2] }),
  close: async () => {},
};

test('where the vote on which way up a page lies is close, a few lines are read both ways', async () => {
  const labels = (await readLabels(dirname(slip))).find(({ image }) => image === basename(slip));
  const lines = Object.values(labels?.fields ?? {}).flatMap(({ kind, box }): Quad[] => {
    if (kind !== 'printed' || box === undefined) return [];
    const [x = 0, y = 0, width = 0, height = 0] = box;
    const [right, bottom] = [x + width, y + height];
    return [
      [
        { x, y },
        { x: right, y },
        { x: right, y: bottom },
        { x, y: bottom },
      ],
    ];
  });
  expect(lines.length).toBeGreaterThan(4);
  const cut = cutsOf(await openImage(await readFile(slip), 0));
  const models = await openModels(englishModels, loadRuntime);
  const doubtful = { ...models, direct: undecided };
  expect(await areHeadDown(doubtful, cut, lines)).toBe(false);
  expect(
    await areHeadDown(
      doubtful,
      cut,
      lines.map((line) => turnCorners(line, 2)),
    ),
  ).toBe(true);
  for (const model of [models.detect, models.direct, models.recognize]) await model.close();
});

/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { Reading } from '@ticket-pros/contracts/reading';
import { type LabelledImage, readLabels } from '../bench/read-labels.ts';
import { toExample } from '../bench/to-example.ts';
import { readTicket } from '../read-ticket.ts';
import { createTextEngine } from '../text/create-text-engine.ts';
import { type FormIndex, indexForms, noForms } from './index-forms.ts';
import { learnForm } from './learn-form.ts';

const fixtures = fileURLToPath(new URL('../../../testing/fixtures/tickets/', import.meta.url));
const engine = createTextEngine();
afterAll(() => engine.close());

test('a drawn ticket that was reviewed teaches its form: the next one is recognised and read no worse, another paper is not', async () => {
  const labels = await readLabels(fixtures);
  const [first, second, other] = ['quarry-load-01.jpg', 'quarry-load-02.jpg', 'water-run-01.jpg'].map((name) =>
    labels.find(({ image }) => image === name),
  );
  if (first === undefined || second === undefined || other === undefined) throw new Error('a fixture is missing');
  const example = toExample(first, await read(first, noForms), fieldTicketType);
  const form = example === null ? null : learnForm(null, example, fieldTicketType);
  if (form === null) throw new Error('nothing was learned');
  const index = indexForms([{ id: 'quarry-load', form }]);
  const [plain, known] = [await read(second, noForms), await read(second, index)];
  expect(known.forms).toMatchObject([{ page: 0, formId: 'quarry-load' }]);
  expect(rightOf(second, known)).toBeGreaterThanOrEqual(rightOf(second, plain));
  expect(rightOf(second, known)).toBeGreaterThan(0.85 * Object.keys(second.fields).length);
  expect((await read(other, index)).forms).toEqual([]);
});

async function read({ image }: LabelledImage, forms: FormIndex): Promise<Reading> {
  return readTicket([await readFile(fixtures + image)], fieldTicketType, { engine, forms });
}

function rightOf({ fields }: LabelledImage, { values }: Reading): number {
  return Object.entries(fields).filter(([name, { normalized }]) =>
    values.some((value) => value.field === name && value.normalized.toUpperCase() === normalized),
  ).length;
}

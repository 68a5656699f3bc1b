import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { callerPath } from '../caller-path.ts';
import { UnreadableImageError } from '../image/unreadable-image-error.ts';
import { readTicket } from '../read-ticket.ts';
import { createTextEngine } from '../text/create-text-engine.ts';
import type { TextEngine } from '../text/text-engine.ts';
import { formatScore } from './format-score.ts';
import { type LabelledImage, MissingLabelsError, readLabels } from './read-labels.ts';
import { type Prediction, scorePredictions } from './score-predictions.ts';

const usage = 'Usage: bench:reader <folder with labels.jsonl> [--out predictions.jsonl] [--only part-of-an-image-name]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' }, only: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new MissingLabelsError(usage);
  const root = callerPath(folder);
  const labels = (await readLabels(root)).filter(({ image }) => image.includes(values.only));
  if (labels.length === 0) throw new MissingLabelsError(`No image in ${root} has "${values.only}" in its name.`);

  const startCpu = process.cpuUsage();
  const start = performance.now();
  const predictions = await predictAll(root, labels);
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);

  if (values.out !== undefined) {
    await writeFile(
      callerPath(values.out),
      predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''),
    );
  }
  console.log(formatScore(scorePredictions(labels, predictions, fieldTicketType)));
  const perImage = (seconds: number): string => (seconds / labels.length).toFixed(2);
  console.log(
    `Seconds per image: ${perImage(wall)} wall, ${perImage((user + system) / 1e6)} CPU (${labels.length} images)`,
  );
}

async function predictAll(root: string, labels: readonly LabelledImage[]): Promise<Prediction[]> {
  const engine = createTextEngine();
  const predictions: Prediction[] = [];
  try {
    for (const [i, { image }] of labels.entries()) {
      predictions.push(await predict(root, image, engine));
      if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${labels.length} images`);
    }
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n');
    await engine.close();
  }
  return predictions;
}

async function predict(root: string, image: string, engine: TextEngine): Promise<Prediction> {
  const bytes = await readFile(join(root, image));
  try {
    const { values } = await readTicket([bytes], fieldTicketType, { engine });
    return toPrediction(image, values);
  } catch (error) {
    if (!(error instanceof UnreadableImageError)) throw error;
    console.error(`${image}: ${error.message}`);
    return { image, fields: {}, lineItems: [] };
  }
}

function toPrediction(image: string, values: readonly ReadValue[]): Prediction {
  const fields: Prediction['fields'] = {};
  const rows = new Map<number, Record<string, string>>();
  for (const { field, row, normalized } of values) {
    const [name = field, column] = field.split('.');
    if (column === undefined) fields[name] = normalized;
    else rows.set(row, { ...rows.get(row), [column]: normalized });
  }
  return { image, fields, lineItems: [...rows.values()] };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof MissingLabelsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

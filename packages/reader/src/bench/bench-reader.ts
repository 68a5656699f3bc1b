import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { callerPath } from '../caller-path.ts';
import { UnreadableImageError } from '../image/unreadable-image-error.ts';
import { readTicket } from '../read-ticket.ts';
import { createTextEngine } from '../text/create-text-engine.ts';
import type { TextEngine } from '../text/text-engine.ts';
import { benchLearning } from './bench-learning.ts';
import { formatLearning } from './format-learning.ts';
import { formatScore } from './format-score.ts';
import { type LabelledImage, MissingLabelsError, readLabels } from './read-labels.ts';
import { rememberPages } from './remember-pages.ts';
import { type Prediction, scorePredictions } from './score-predictions.ts';
import { toPrediction } from './to-prediction.ts';

const usage = `Usage: bench:reader <folder with labels.jsonl> [--out predictions.jsonl] [--only part-of-an-image-name]
                    [--learn k [--strangers <folder>]]

--learn: corrects the first k tickets of each layout, learns its form from them, and reads the others with what was learned.
--strangers: a folder whose images are recognised too; those of other layouts should be taken for none.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      learn: { type: 'string' },
      strangers: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new MissingLabelsError(usage);
  const root = callerPath(folder);
  const labels = (await readLabels(root)).filter(({ image }) => image.includes(values.only));
  if (labels.length === 0) throw new MissingLabelsError(`No image in ${root} has "${values.only}" in its name.`);

  if (values.learn !== undefined) {
    const strangers = values.strangers === undefined ? null : callerPath(values.strangers);
    const predictions = await learn(root, labels, strangers, values.learn);
    await writePredictions(values.out, predictions);
    return;
  }
  const startCpu = process.cpuUsage();
  const start = performance.now();
  const predictions = await predictAll(root, labels);
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);

  await writePredictions(values.out, predictions);
  console.log(formatScore(scorePredictions(labels, predictions, fieldTicketType)));
  const perImage = (seconds: number): string => (seconds / labels.length).toFixed(2);
  console.log(
    `Seconds per image: ${perImage(wall)} wall, ${perImage((user + system) / 1e6)} CPU (${labels.length} images)`,
  );
}

async function writePredictions(path: string | undefined, predictions: readonly Prediction[]): Promise<void> {
  const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
  if (path !== undefined) await writeFile(callerPath(path), lines.join(''));
}

/** Prints what learning forms brings; the predictions are those with all examples learned. */
async function learn(
  root: string,
  labels: readonly LabelledImage[],
  strangersRoot: string | null,
  examples: string,
): Promise<Prediction[]> {
  const most = Number(examples);
  if (!Number.isInteger(most) || most < 1) throw new MissingLabelsError(usage);
  const strangers = strangersRoot === null ? [] : await readLabels(strangersRoot);
  const engine = rememberPages(createTextEngine());
  try {
    const steps = await benchLearning(labels, strangers, most, fieldTicketType, async (label, forms) => {
      const path = join(strangers.includes(label) ? (strangersRoot ?? root) : root, label.image);
      engine.turnTo(path);
      try {
        return await readTicket([await readFile(path)], fieldTicketType, { engine, forms });
      } catch (error) {
        if (!(error instanceof UnreadableImageError)) throw error;
        return null;
      }
    });
    console.log(formatLearning(steps, new Set(labels.flatMap(({ template }) => template ?? []))));
    return steps.at(-1)?.predictions ?? [];
  } finally {
    await engine.close();
  }
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

try {
  await main();
} catch (error) {
  if (!(error instanceof MissingLabelsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

import { writeFile } from 'node:fs/promises';
import { createTextEngine } from '../text/create-text-engine.ts';
import { benchLearning } from './bench-learning.ts';
import { type BenchOptions, parseBenchOptions } from './bench-options.ts';
import { formatLearning } from './format-learning.ts';
import { formatScore } from './format-score.ts';
import { readLabelled } from './read-labelled.ts';
import { type LabelledImage, MissingLabelsError, readLabels } from './read-labels.ts';
import { type RememberingEngine, rememberPages } from './remember-pages.ts';
import { type Prediction, scorePredictions } from './score-predictions.ts';
import { toPrediction } from './to-prediction.ts';

async function main(): Promise<void> {
  const options = await parseBenchOptions();
  const labels = (await readLabels(options.root)).filter(({ image }) => image.includes(options.only));
  if (labels.length === 0) {
    throw new MissingLabelsError(`No image in ${options.root} has "${options.only}" in its name.`);
  }
  const engine = rememberPages(createTextEngine(), options.remember);
  try {
    const bench = options.learn === null ? benchReading : benchForms;
    const predictions = await bench(labels, engine, options);
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
    if (options.out !== null) await writeFile(options.out, lines.join(''));
  } finally {
    await engine.close();
  }
}

/** Reads every image and prints how much of it is right, and what it took. */
async function benchReading(
  labels: readonly LabelledImage[],
  engine: RememberingEngine,
  options: BenchOptions,
): Promise<Prediction[]> {
  const predictions: Prediction[] = [];
  const startCpu = process.cpuUsage();
  const start = performance.now();
  for (const [i, label] of labels.entries()) {
    const reading = await readLabelled(options.root, label, engine, options);
    predictions.push(toPrediction(label.image, reading?.values ?? []));
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${labels.length} images`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);
  console.log(formatScore(scorePredictions(labels, predictions, options.ticketType)));
  const perImage = (seconds: number): string => (seconds / labels.length).toFixed(2);
  console.log(
    `Seconds per image: ${perImage(wall)} wall, ${perImage((user + system) / 1e6)} CPU (${labels.length} images)`,
  );
  return predictions;
}

/** Prints what learning forms brings; the predictions are those with all examples learned. */
async function benchForms(
  labels: readonly LabelledImage[],
  engine: RememberingEngine,
  options: BenchOptions,
): Promise<Prediction[]> {
  const { root, ticketType, learn } = options;
  const { examples, strangers: strangersRoot } = learn ?? { examples: 1, strangers: null };
  const strangers = strangersRoot === null ? [] : await readLabels(strangersRoot);
  const steps = await benchLearning(labels, strangers, examples, ticketType, (label, forms) => {
    const folder = strangers.includes(label) ? (strangersRoot ?? root) : root;
    return readLabelled(folder, label, engine, options, forms);
  });
  console.log(formatLearning(steps, new Set(labels.flatMap(({ template }) => template ?? []))));
  return steps.at(-1)?.predictions ?? [];
}

try {
  await main();
} catch (error) {
  if (!(error instanceof MissingLabelsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

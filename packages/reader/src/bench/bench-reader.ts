import { writeFile } from 'node:fs/promises';
import { createTextEngine } from '../text/create-text-engine.ts';
import { benchLearning } from './bench-learning.ts';
import { type BenchOptions, parseBenchOptions } from './bench-options.ts';
import { drawReliabilityPicture } from './draw-reliability-picture.ts';
import { findVerbatim } from './find-verbatim.ts';
import { formatLearning } from './format-learning.ts';
import { formatReport } from './format-report.ts';
import { formatScore } from './format-score.ts';
import { judgeValues } from './judge-values.ts';
import { measureSteps, type StepSeconds } from './measure-steps.ts';
import { isPrinted, measureTouchless, type ReadTicket } from './measure-touchless.ts';
import { readLabelled } from './read-labelled.ts';
import { type LabelledImage, MissingLabelsError, readLabels } from './read-labels.ts';
import { type RememberingEngine, rememberPages } from './remember-pages.ts';
import { type Prediction, scorePredictions } from './score-predictions.ts';
import { addTallies, type Tally } from './tally.ts';
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

/** Reads every image and prints how much of it is right, how sure the reader was, and what it took. */
async function benchReading(
  labels: readonly LabelledImage[],
  engine: RememberingEngine,
  options: BenchOptions,
): Promise<Prediction[]> {
  const { ticketType } = options;
  const predictions: Prediction[] = [];
  const tickets: ReadTicket[] = [];
  const verbatim = new Map<string, Tally>();
  const seconds: StepSeconds = new Map();
  const steps = measureSteps(seconds);
  const startCpu = process.cpuUsage();
  const start = performance.now();
  for (const [i, label] of labels.entries()) {
    const reading = await readLabelled(options.root, label, engine, options, undefined, steps);
    const values = reading?.values ?? [];
    predictions.push(toPrediction(label.image, values));
    tickets.push({ label, judged: judgeValues(label, values, ticketType) });
    addTallies(verbatim, findVerbatim(label, reading?.words ?? []));
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${labels.length} images`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  const wallSeconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);
  console.log(formatScore(scorePredictions(labels, predictions, ticketType)));
  const confidences = tickets.flatMap(({ judged }) =>
    judged.map(({ value, isRight }) => ({ confidence: value.confidence, isRight })),
  );
  const touchless = [0.01, 0.03].flatMap((errorTarget) => [
    { of: 'printed', errorTarget, ...measureTouchless(tickets.filter(isPrinted), ticketType, errorTarget) },
    { of: 'all', errorTarget, ...measureTouchless(tickets, ticketType, errorTarget) },
  ]);
  console.log(
    formatReport({
      images: labels.length,
      confidences,
      touchless,
      verbatim,
      seconds,
      wallSeconds,
      cpuSeconds: (user + system) / 1e6,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      isRemembered: options.remember !== undefined,
    }),
  );
  if (options.report !== null) {
    const title = `${confidences.length} values of ${labels.length} tickets`;
    await writeFile(options.report, drawReliabilityPicture(confidences, title));
  }
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

import { expect, test } from '@jest/globals';
import type { FieldType } from '@ticket-pros/contracts/field';
import { madeUpWords } from '../testing/made-up-words.ts';
import { countAboveThresholds } from './count-above-thresholds.ts';
import { crossFit } from './cross-fit.ts';
import { describeEvidence } from './describe-evidence.ts';
import type { Example } from './fit-weights.ts';
import { binByConfidence, calibrationError } from './measure-calibration.ts';
import { thresholdFor } from './threshold-for.ts';

/** Values of 20 layouts whose words tell how likely they are right; dates are right oftener than their words say. */
const examples = Array.from({ length: 800 }, (_, at): Example => {
  const chance = (at * 0.618_034) % 1;
  const confidence = 0.4 + 0.6 * ((at * 0.414_214) % 1);
  const type: FieldType = at % 3 === 0 ? 'date' : 'text';
  const right = type === 'date' ? 1 - (1 - confidence) / 3 : confidence;
  const words = madeUpWords([0, 0, 'abc', confidence]);
  const description = describeEvidence({ type, words, score: 0.9, margin: 0.9, relation: 'right', rule: 'silent' });
  return { ticket: `t${at % 160}`, layout: `l${at % 20}`, field: 'x', type, description, isRight: chance < right };
});

test('on layouts that the fit did not see, as many values are right as their confidence says, for each type', () => {
  const { judged } = crossFit(examples, 4);
  expect(judged).toHaveLength(examples.length);
  for (const type of ['date', 'text']) {
    const alike = judged
      .filter((example) => example.type === type)
      .map(({ probability, isRight }) => ({ confidence: probability, isRight }));
    expect(calibrationError(alike)).toBeLessThan(0.06);
  }
});

test('evidence that can only speak for a value never lowers its confidence, whatever was learned', () => {
  const lying = examples.map((example) => ({ ...example, isRight: !example.isRight }));
  const { model } = crossFit(lying, 2);
  const rising = Object.keys(examples[0]?.description.rising ?? {});
  expect(rising.filter((name) => (model.weights[name] ?? 0) < 0)).toEqual([]);
});

test('a threshold is kept only where the values above it bear it, with one more wrong than was seen', () => {
  const ticket = (confidence: number, wrong: number) => ({
    mayApprove: true,
    values: Array.from({ length: 10 }, (_, at) => ({ confidence: confidence + at / 1000, isRight: at >= wrong })),
  });
  const tickets = [
    ...Array.from({ length: 40 }, () => ticket(0.95, 0)),
    ...Array.from({ length: 40 }, () => ticket(0.8, 1)),
  ];
  const thresholds = countAboveThresholds([
    ...tickets,
    { mayApprove: false, values: [{ confidence: 0.99, isRight: false }] },
  ]);
  expect(thresholds).toEqual([
    { least: 0.5, tickets: 80, values: 800, wrong: 40 },
    { least: 0.805, tickets: 40, values: 400, wrong: 0 },
  ]);
  expect(thresholdFor(0.1, { thresholds })).toBe(0.5);
  expect(thresholdFor(0.01, { thresholds })).toBe(0.805);
  expect(thresholdFor(0.001, { thresholds })).toBe(1);
});

test('the reliability bins hold every value once, the last one also what is certain', () => {
  const values = [0, 0.05, 0.55, 0.95, 1].map((confidence) => ({ confidence, isRight: confidence > 0.5 }));
  expect(binByConfidence(values).map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 2]);
});

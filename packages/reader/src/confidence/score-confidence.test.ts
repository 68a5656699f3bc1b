import { expect, test } from '@jest/globals';
import { madeUpWords } from '../testing/made-up-words.ts';
import type { Evidence } from './describe-evidence.ts';
import { scoreConfidence } from './score-confidence.ts';

const sure: Evidence = {
  type: 'money',
  words: madeUpWords([0, 0, '12.50', 0.95]),
  score: 0.95,
  margin: 0.95,
  relation: 'right',
  rule: 'silent',
};

test('every doubt lowers confidence, and a rule that holds raises it', () => {
  const confidence = scoreConfidence(sure);
  expect(scoreConfidence({ ...sure, words: madeUpWords([0, 0, '12.50', 0.5]) })).toBeLessThan(confidence);
  expect(scoreConfidence({ ...sure, words: [...sure.words, ...madeUpWords([80, 0, 'x', 0.2])] })).toBeLessThan(
    confidence,
  );
  expect(scoreConfidence({ ...sure, score: 0.5 })).toBeLessThan(confidence);
  expect(scoreConfidence({ ...sure, rule: 'fails' })).toBeLessThan(confidence);
  expect(scoreConfidence({ ...sure, rule: 'holds' })).toBeGreaterThan(confidence);
});

test('nothing is ever certain', () => {
  const words = madeUpWords([0, 0, '12.50', 1]);
  expect(scoreConfidence({ ...sure, words, score: 1, rule: 'holds' })).toBeLessThanOrEqual(0.995);
  expect(
    scoreConfidence({ ...sure, words: madeUpWords([0, 0, '?', 0]), score: 0, rule: 'fails' }),
  ).toBeGreaterThanOrEqual(0.01);
});

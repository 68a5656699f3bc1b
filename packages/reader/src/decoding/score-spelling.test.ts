import { expect, test } from '@jest/globals';
import { madeUpChances } from '../testing/made-up-chances.ts';
import { joinChances, type Steps } from './join-chances.ts';
import { readGreedily } from './read-greedily.ts';
import { scoreSpelling, spell } from './score-spelling.ts';

function stepsOf(...texts: string[]): Steps {
  const steps = joinChances(texts.map((text) => ({ chances: madeUpChances(text) })));
  if (steps === null) throw new Error('No steps were made.');
  return steps;
}

function scoreOf(steps: Steps, text: string): number {
  return scoreSpelling(steps, spell(text, steps.signs));
}

test('what a sign may be beside the likeliest counts by its chance', () => {
  const steps = stepsOf('Gar{2:0.7;z:0.29}a');
  expect(readGreedily(steps)).toBe('Gar2a');
  expect(scoreOf(steps, 'Gar2a') - scoreOf(steps, 'Garza')).toBeCloseTo(Math.log(0.7 / 0.29), 1);
  expect(scoreOf(steps, 'Garza')).toBeGreaterThan(scoreOf(steps, 'Garda') + 4);
});

test('case does not count, and letters that stand twice are told from one', () => {
  const steps = stepsOf('Hollis');
  expect(scoreOf(steps, 'HOLLIS')).toBeCloseTo(scoreOf(steps, 'hollis'), 9);
  expect(scoreOf(steps, 'Hollis')).toBeGreaterThan(scoreOf(steps, 'Holis') + 4);
});

test('spaces and points may be missing, letters and digits may not', () => {
  const steps = stepsOf('JGarza');
  expect(scoreOf(steps, 'J Garza')).toBeGreaterThan(scoreOf(steps, 'JGarza') - 1);
  expect(scoreOf(steps, 'J. Garza')).toBeGreaterThan(scoreOf(steps, 'JGarza') - 2);
  expect(scoreOf(steps, 'JB Garza')).toBeLessThan(scoreOf(steps, 'JGarza') - 5);
});

test('words of two lines are scored as one text', () => {
  const steps = stepsOf('Sage', 'Creek');
  expect(scoreOf(steps, 'Sage Creek')).toBeGreaterThan(scoreOf(steps, 'SageCreek') - 1);
});

test('words of another engine have no steps', () => {
  expect(joinChances([{ chances: madeUpChances('A') }, {}])).toBeNull();
  expect(joinChances([])).toBeNull();
});

import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { drawForm, fillIn, photograph } from '../testing/made-up-forms.ts';
import { indexForms, type KnownForm } from './index-forms.ts';
import { learnForm } from './learn-form.ts';
import { recognizeForm } from './recognize-form.ts';

const count = 5000;

/** Forms that share their labels, each learned from one ticket. */
function learnMany(): KnownForm[] {
  return Array.from({ length: count }, (_, seed) => {
    const form = learnForm(null, { page: 0, ...photograph(drawForm(seed), fillIn(seed)) }, fieldTicketType);
    return form === null ? [] : [{ id: String(seed), form }];
  }).flat();
}

test('of five thousand forms the right one is found or none, however the page lies, and none for papers unknown', () => {
  const index = indexForms(learnMany());
  expect(index.forms).toHaveLength(count);
  const answers = { right: 0, wrong: 0, none: 0 };
  for (let i = 0; i < 60; i++) {
    const seed = i * 83;
    const shot = {
      turn: (i % 25) - 12,
      scale: 0.5 + (i % 4) / 2,
      keystone: ((i % 5) - 2) / 20,
      missing: 0.15,
      misread: 0.1,
      seed: i,
    };
    const { words, size } = photograph(drawForm(seed), fillIn(seed + 1), shot);
    const found = recognizeForm(words, 0, size, index);
    answers[found === null ? 'none' : found.id === String(seed) ? 'right' : 'wrong']++;
  }
  expect(answers.wrong).toBe(0);
  expect(answers.right).toBeGreaterThanOrEqual(58);
  for (let seed = count; seed < count + 30; seed++) {
    const { words, size } = photograph(drawForm(seed), fillIn(seed), { turn: 2 });
    expect(recognizeForm(words, 0, size, index)?.id ?? null).toBeNull();
  }
});

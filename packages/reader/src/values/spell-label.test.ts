import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { madeUpChances } from '../testing/made-up-chances.ts';
import { madeUpWords } from '../testing/made-up-words.ts';
import { buildSegments } from '../text/build-segments.ts';
import { findLabels } from './find-labels.ts';

/** The labels in a phrase of words that a recognizer saw so: see madeUpChances. */
function labelsIn(...texts: string[]): string[] {
  let left = 0;
  const words = texts.flatMap((text) => {
    const read = text.replace(/\{(.)[^}]*\}/gu, '$1');
    const made = madeUpWords([left, 0, read, 0.7]).map((word) => ({ ...word, chances: madeUpChances(text) }));
    left += 12 * (read.length + 1);
    return made;
  });
  return findLabels(buildSegments(words), fieldTicketType).map(({ wording }) => wording);
}

test('a blurred label is the one whose letters the recognizer thought of, too', () => {
  expect(labelsIn('{F:0.5;P:0.3}RO{O:0.4;D:0.4}U{G:0.5;C:0.4}{!:0.5;T:0.3}')).toEqual(['PRODUCT']);
  expect(labelsIn('T{H:0.6;R:0.3}UC{X:0.5;K:0.4}', 'N{C:0.5;O:0.4}', '398')).toEqual(['TRUCKNO']);
});

test('what was read surely is no label that is merely like it', () => {
  expect(labelsIn('FRODUCE')).toEqual([]);
  expect(labelsIn('TRACT', '14', 'ELKINS')).toEqual([]);
});

test('the name of the paper is no label with its number sign left out', () => {
  expect(labelsIn('LOAD', 'TICKET')).toEqual([]);
});

import type { FieldType } from '@ticket-pros/contracts/field';
import type { FormField } from '@ticket-pros/contracts/form';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../text/page-word.ts';
import { readTyped, type Typed } from '../values/read-typed.ts';
import { fitNumber } from './fit-number.ts';
import { fitShape } from './fit-shape.ts';
import { foldText } from './fold-text.ts';
import { issuerField } from './issuer-field.ts';
import { knownSpelling, printedWithForm } from './usual-value.ts';
import { withoutLabel } from './without-label.ts';

/** How well a value fits that was mended after what stood in its field before. */
const fitOfMended = 0.85;

/**
 * Reads the words in a field's place as a value of its type. Nothing but the value is expected there, so that all words
 * belong to it, and what stood there before tells how it is made.
 */
export function readPlace(
  type: FieldType,
  field: FormField,
  words: readonly PageWord[],
  labels: readonly string[],
  dayOrder: DayOrder,
): Typed | null {
  const bare = new Map(words.map((word) => [withoutLabel(word, labels), word]));
  const read = readAll(type, field, [...bare.keys()], dayOrder);
  const typed = read === null ? null : { ...read, words: read.words.map((word) => bare.get(word) ?? word) };
  const usual = printedWithForm(field, field.field === issuerField);
  if (usual !== null && words.length > 0) {
    // what never changes is known, however badly it was read this time
    const same = typed !== null && foldText(typed.normalized) === foldText(usual.normalized);
    return { words, ...usual, fit: same ? 1 : 0.9 };
  }
  if (typed === null || type !== 'text') return typed;
  const spelling = knownSpelling(field, typed.normalized);
  return spelling === null ? typed : { ...typed, normalized: spelling };
}

function readAll(type: FieldType, field: FormField, words: readonly PageWord[], dayOrder: DayOrder): Typed | null {
  if (words.length === 0) return null;
  const plain = readTyped(type, words, dayOrder);
  if (type === 'text' || type === 'unit') return plain;
  if (type === 'code') {
    const fitted = fitShape(
      field,
      words.map(({ text }) => text),
    );
    if (fitted === null) return plain;
    return { words, printedText: plain?.printedText ?? fitted, normalized: fitted, fit: fitOfMended };
  }
  if (type === 'number' || type === 'money') return fitNumber(type, field, words, plain, dayOrder);
  return plain ?? readTight(type, words, dayOrder);
}

/** A date or a time that was read as several words; times without their colons, too. */
function readTight(type: FieldType, words: readonly PageWord[], dayOrder: DayOrder): Typed | null {
  const [first] = words;
  if (first === undefined) return null;
  const text = words.map((word) => word.text).join('');
  const spelt = type === 'time' ? text.replace(/^(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3') : text;
  const typed = readTyped(type, [{ ...first, text: spelt }], dayOrder);
  return typed === null ? null : { ...typed, words };
}

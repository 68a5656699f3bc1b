import type { FieldType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { PageWord } from '../text/page-word.ts';
import { decodeWithin, type Grammar } from './decode-within.ts';
import { joinChances } from './join-chances.ts';
import { readGreedily } from './read-greedily.ts';
import { scoreSpelling, spell } from './score-spelling.ts';

/** What words are when they have to be a value of a type, and by how much less likely that is than what they were read as. */
export type TypedDecoding = { text: string; normalized: string; loss: number };

/** Decoded with a loss of more than this, or than this a sign, the words are something else. */
const mostLoss = 8;
const mostLossPerSign = 1.2;
const longest = 24;

const digit = /^\d$/;
const amount: Grammar = (before, sign) =>
  digit.test(sign) || (/[\d,]$/.test(before) && /[.,]/.test(sign)) || (before === '' && sign === '$') || sign === ' '
    ? 1
    : 0;
const clock: Grammar = (before, sign) =>
  digit.test(sign) ||
  (/\d$/.test(before) && /[:. ]/.test(sign)) ||
  (/\d ?$/.test(before) && /[aApP]/.test(sign)) ||
  (/[aApP]$/.test(before) && /[mM]/.test(sign))
    ? 1
    : 0;
const day: Grammar = (before, sign) => (digit.test(sign) || (/\d$/.test(before) && /[-/. ]/.test(sign)) ? 1 : 0);
const dayWithMonth: Grammar = (before, sign) =>
  digit.test(sign) || /[-/., ]/.test(sign) || (/[a-z]/i.test(sign) && !/[a-z]{4}$/i.test(before)) ? 1 : 0;

/** Numbers of things have letters at their head rather than behind digits, and capital ones. */
const code: Grammar = (before, sign) => {
  if (digit.test(sign)) return 0.8;
  if (/[-/]/.test(sign)) return /[A-Z\d]$/.test(before) ? 0.3 : 0;
  if (sign === '#' || sign === '.') return before === '' || sign === '.' ? 0.3 : 0;
  if (sign === ' ') return 0.3;
  if (!/[A-Z]/.test(sign)) return 0;
  return /\d$/.test(before) ? 0.02 : /-$/.test(before) ? 0.1 : 0.15;
};

const grammars: Partial<Record<FieldType, readonly Grammar[]>> = {
  number: [amount],
  money: [amount],
  time: [clock],
  date: [day, dayWithMonth],
  code: [code],
};

/**
 * Decodes words once more, with only those signs and forms allowed that a field's type has, so that `O` is 0 and `l` is 1 as far as the
 * recognizer itself thought of it. Null where it thought of nothing of the kind, and where words come from another engine.
 */
export function decodeTyped(type: FieldType, words: readonly PageWord[], dayOrder: DayOrder): TypedDecoding | null {
  const steps = joinChances(words);
  const read = steps === null ? '' : readGreedily(steps);
  if (steps === null || read === '' || read.length > longest) return null;
  // words whose text was put right by something else
  if (bare(read) !== bare(words.map(({ text }) => text).join(''))) return null;
  const free = scoreSpelling(steps, spell(read, steps.signs));
  for (const grammar of grammars[type] ?? []) {
    for (const { text } of decodeWithin(steps, grammar).slice(0, 12)) {
      const normalized = normalizeFieldValue(type, text.trim(), dayOrder);
      if (normalized === null || !isLikely(type, normalized)) continue;
      const loss = free - scoreSpelling(steps, spell(text.trim(), steps.signs));
      if (loss <= Math.min(mostLoss, mostLossPerSign * text.length)) return { text: text.trim(), normalized, loss };
      break;
    }
  }
  return null;
}

/** What is hard to read is no reason to believe in an odd year, or in a number without digits. */
function isLikely(type: FieldType, normalized: string): boolean {
  if (type === 'date') return /^20[0-4]/.test(normalized);
  return type !== 'code' || /\d/.test(normalized);
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

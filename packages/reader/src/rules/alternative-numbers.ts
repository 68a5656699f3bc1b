import type { FieldType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { PageWord } from '../text/page-word.ts';
import type { Character } from '../text/text-engine.ts';

/**
 * Another reading of the same words, how unlikely it is beside the likeliest one, in nats (0: as likely), and how many of its digits are
 * others.
 */
export type Alternative = { normalized: string; cost: number; digits: number };

type Printed = { words: readonly PageWord[]; printedText: string; normalized: string };

/** Digits that look alike when they are written by hand or printed badly. */
const lookAlike = ['17', '149', '46', '06', '08', '38', '35', '56', '68', '27', '49', '79', '23', '25'];
const likelyPoint = 1.2;
const unlikelyPoint = 3;
/** A sign the engine did not think of is taken to be at most and at least so unlikely. */
const leastUnseen = 2.5;
const mostUnseen = 6;
const unlike = 2;
/** Two signs may be changed only where the engine itself thought of both. */
const mostOfTwo = 7;

/**
 * What a number, an amount or a time may also be, by the signs that the engine was in doubt about, by digits that look alike, and by
 * a decimal point that was lost, moved or taken for the mark of thousands. The likeliest reading comes first, at no cost.
 */
export function alternativeNumbers(type: FieldType, printed: Printed): Alternative[] {
  const best = new Map<string, Alternative>();
  const put = (normalized: string | null, cost: number, digits: number): void => {
    if (normalized === null || cost >= (best.get(normalized)?.cost ?? Number.POSITIVE_INFINITY)) return;
    best.set(normalized, { normalized, cost, digits });
  };
  const offer = (text: string, cost: number, digits: number): void =>
    put(normalizeFieldValue(type, text), cost, digits);
  put(printed.normalized, 0, 0);
  const single = changedSigns(printed);
  for (const { text, cost, digits } of [{ text: printed.printedText, cost: 0, digits: 0 }, ...single]) {
    offer(text, cost, digits);
    for (const moved of movedPoints(type, text)) offer(moved.text, cost + moved.cost, digits);
  }
  for (const first of single.filter(({ seen }) => seen)) {
    for (const second of single.filter(({ at, seen }) => seen && at > first.at)) {
      if (first.cost + second.cost > mostOfTwo) continue;
      offer(
        `${second.text.slice(0, first.at)}${first.sign}${second.text.slice(first.at + 1)}`,
        first.cost + second.cost,
        2,
      );
    }
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost);
}

type Changed = { text: string; cost: number; digits: number; at: number; sign: string; seen: boolean };

/** The text with one of its digits, or a sign that stands for one, read otherwise. */
function changedSigns(printed: Printed): Changed[] {
  const text = printed.printedText;
  const characters = charactersOf(printed);
  return [...text].flatMap((sign, at) => {
    if (!/[\p{L}\d/!|]/u.test(sign)) return [];
    const character = characters?.[at];
    const own = Math.max(0.02, character?.confidence ?? 0.9);
    return [...'0123456789'].flatMap((digit) => {
      if (digit === sign) return [];
      const listed = character?.alternatives.find((other) => other.text === digit)?.confidence;
      const alike = lookAlike.some((group) => group.includes(digit) && group.includes(sign));
      const unseen = Math.min(mostUnseen, Math.max(leastUnseen, -Math.log((1.001 - own) / 10))) - (alike ? 1 : -unlike);
      const cost = Math.max(0.1, listed === undefined ? unseen : Math.min(unseen, Math.log(own / listed)));
      return [
        {
          text: `${text.slice(0, at)}${digit}${text.slice(at + 1)}`,
          cost,
          digits: 1,
          at,
          sign: digit,
          seen: listed !== undefined,
        },
      ];
    });
  });
}

/** The engine's signs of the printed text, where they can be told. */
function charactersOf({ words, printedText }: Printed): Character[] | undefined {
  const space: Character = { text: ' ', confidence: 1, alternatives: [] };
  const characters = words.flatMap((word, i) => [...(i === 0 ? [] : [space]), ...word.characters]);
  const at = characters
    .map(({ text }) => text)
    .join('')
    .indexOf(printedText);
  return at < 0 || !characters.every(({ text }) => text.length === 1)
    ? undefined
    : characters.slice(at, at + printedText.length);
}

function movedPoints(type: FieldType, text: string): { text: string; cost: number }[] {
  if (type !== 'number' && type !== 'money') return [];
  const found: { text: string; cost: number }[] = [];
  const digits = text.replace(/[.,' ]/g, '');
  if (!/^[$(]*\d{2,9}\)?$/.test(digits)) return [];
  const at = (fromEnd: number): string => `${digits.slice(0, digits.length - fromEnd)}.${digits.slice(-fromEnd)}`;
  const hasPoint = /\.\d{1,2}$/.test(text);
  // `$38072` for `$380.72`
  if (/\d{3}$/.test(digits))
    found.push({ text: at(2), cost: type === 'money' && !hasPoint ? likelyPoint : unlikelyPoint });
  found.push({ text: at(1), cost: hasPoint || type === 'money' ? unlikelyPoint : likelyPoint + 0.3 });
  // `14.660` for `14,660`
  if (/\d[.,]+\d{3}$/.test(text)) found.push({ text: digits, cost: likelyPoint });
  if (type === 'money' && /[.,]\d{3}$/.test(text) && digits.length > 3) found.push({ text: at(3), cost: likelyPoint });
  return found;
}

import type { FieldType } from '@ticket-pros/contracts/field';
import type { PageWord } from '../text/page-word.ts';
import type { Character } from '../text/text-engine.ts';
import type { Relation } from '../values/find-candidates.ts';

/** What is known about a value when its confidence is told. */
export type Evidence = {
  type: FieldType;
  words: readonly PageWord[];
  /** How well label, place and form fit, 0 to 1. */
  score: number;
  /** By how much that is better than for the next best reading of the field, 0 to 1. */
  margin: number;
  /** Where the value stands to its label. */
  relation: Relation;
  /**
   * Of the rules that speak about the value: one chose another reading than the likeliest, one holds, or one fails and
   * none holds.
   */
  rule: RuleOutcome;
  /** How likely the value is the entry of the account's lists that it is given as. */
  listed?: number | undefined;
  /** The mean confidence of all words of its page. */
  around?: number | undefined;
  /** Whether it is likelier written by hand than printed. */
  isHandwritten?: boolean | undefined;
};

export type RuleOutcome = 'holds' | 'fails' | 'silent' | 'repaired';

/** Evidence as numbers. Those of `rising` can only raise confidence; each is about 0 to 1. */
export type Description = { rising: Record<string, number>; free: Record<string, number> };

const types: readonly FieldType[] = ['code', 'number', 'money', 'date', 'time', 'unit'];
const relations: readonly Relation[] = ['below', 'above', 'unlabelled', 'form', 'column'];

/** The numbers that the confidence model weighs. What an engine or a caller does not tell counts as usual. */
export function describeEvidence(evidence: Evidence): Description {
  const { type, words, score, margin, relation, rule, listed, around, isHandwritten } = evidence;
  const least = Math.min(1, ...words.map(({ confidence }) => confidence));
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
  const signs = words.flatMap(({ characters }) => characters);
  const leastSign = signs.reduce((lowest, { confidence }) => Math.min(lowest, confidence), least);
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return {
    rising: {
      surely_read: sureness(least),
      surely_read_text: type === 'text' ? sureness(least) : 0,
      surely_read_code: type === 'code' ? sureness(least) : 0,
      surely_read_number: type === 'number' || type === 'money' ? sureness(least) : 0,
      surely_read_print: isHandwritten === true ? 0 : sureness(least),
      surely_read_beside: sureness(least) * part(score, 0.75, 0.95),
      surest_sign: sureness(leastSign),
      mean: mean,
      fits: part(score, 0, 0.6),
      fits_well: part(score, 0.6, 0.8),
      fits_best: part(score, 0.8, 1),
      margin: part(margin, 0, 0.4),
      wide_margin: part(margin, 0.4, 1),
      holds: rule === 'holds' ? 1 : 0,
      does_not_fail: rule === 'fails' ? 0 : 1,
      listed: part(listed ?? 0, 0.5, 0.9),
      surely_listed: part(listed ?? 0, 0.9, 1),
      legible_page: part(around ?? 0.93, 0.6, 1),
    },
    free: {
      repaired: rule === 'repaired' ? 1 : 0,
      taken_from_list: listed === undefined ? 0 : 1,
      length: Math.log(1 + length) / 3,
      words: Math.min(1, (words.length - 1) / 4),
      runner_up: runnerUp(signs),
      handwritten: isHandwritten === true ? 1 : 0,
      handwritten_text: isHandwritten === true && type === 'text' ? 1 : 0,
      handwritten_code: isHandwritten === true && type === 'code' ? 1 : 0,
      handwritten_date: isHandwritten === true && (type === 'date' || type === 'time') ? 1 : 0,
      unproven_number: (type === 'number' || type === 'money') && (rule === 'silent' || rule === 'fails') ? 1 : 0,
      unlabelled_text: relation === 'unlabelled' && type === 'text' ? 1 : 0,
      column_text: relation === 'column' && (type === 'text' || type === 'unit') ? 1 : 0,
      ...pitfallsOf(
        type,
        words.map(({ text }) => text),
      ),
      ...Object.fromEntries(types.map((name) => [`type_${name}`, type === name ? 1 : 0])),
      ...Object.fromEntries(relations.map((name) => [`relation_${name}`, relation === name ? 1 : 0])),
    },
  };
}

/** How near to the likeliest sign the next one comes, at the most doubtful place, 0 to 1. */
function runnerUp(signs: readonly Character[]): number {
  return Math.max(
    0,
    ...signs.map(({ confidence, alternatives: [next] }) =>
      next === undefined ? 0 : Math.min(1, next.confidence / Math.max(confidence, 0.01)),
    ),
  );
}

/** Short words that are whole: the others are likely the torn off ends of longer ones. */
const wholeShortWords =
  /^(?:of|the|and|for|in|at|to|on|by|no|co|inc|llc|ltd|lp|dev|st|rd|dr|ln|ct|ave|av|hwy|fm|cr|us|ph|pad|pit|swd|sub|sec|mix|psi|air|agg|oil|gas|gal|ton|lot|box|bay|big|old|new|red|ii|iii|iv|jr|sr|mr|ms|ty|gr|de|la|el|san|las|los|usa|fee|rap|rip|pea|dry|wet|raw|hot)$/i;

/** Whether a value of a type is written as it hardly ever is: a time without its colon, a date with strange letters. */
function isOdd(type: FieldType, text: string): boolean {
  if (type === 'time') return text.replace(/\D/g, '').length < 3;
  if (type === 'date')
    return /[a-z]/i.test(text.replace(/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[a-z]{3,}/gi, ''));
  if (type === 'code') return / |[a-z|!*]/.test(text.trim());
  if (type === 'number' || type === 'money')
    return /\d[^\d.,/ -]+\d|[.,]$|^[.,]| \d/.test(text) || (type === 'number' && /\$/.test(text));
  return false;
}

const gluedWord = /[a-z]{2}\d{2}|\d{2}[a-z]{3}|[a-z]{3}\d/i;
/** `ELECTRICINC`, `BluffPit`, `&SONS`. */
const gluedName = /\p{L}{3}(?:inc|llc|ltd|corp|swd|pit|pad)\.?$|\p{L}{2}&|&\p{L}{2}/iu;
const capitalWithin = /\p{Ll}{2}\p{Lu}\p{Ll}/u;

/** What is easily lost without any sign of it: dots, inch marks, spaces between words, most of a number. */
function pitfallsOf(type: FieldType, texts: readonly string[]): Record<string, number> {
  const isText = type === 'text';
  const text = texts.join(' ');
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  return {
    bare_abbreviation: isText && /\b(?:inc|co|corp|ltd|no)\b(?!\.)/i.test(text) ? 1 : 0,
    bare_fraction: isText && /\d\/\d+(?!["'\d])/.test(text) ? 1 : 0,
    glued_word:
      isText && texts.some((word) => [gluedWord, gluedName, capitalWithin].some((glued) => glued.test(word))) ? 1 : 0,
    leading_number: isText && /^\d{1,2} \p{L}/u.test(text) ? 1 : 0,
    one_word: isText && texts.length === 1 ? 1 : 0,
    long_word: isText ? part(longest, 8, 16) : 0,
    lone_sign: isText && texts.length > 1 && texts.some((word) => /^[^\dANSEW&#@+–—-]$/i.test(word)) ? 1 : 0,
    torn_word:
      isText && texts.some((word) => /^\p{L}{2,3}$/u.test(word) && !wholeShortWords.test(word)) && texts.length > 1
        ? 1
        : 0,
    odd_form: isOdd(type, text) ? 1 : 0,
    short_code: type === 'code' ? part(5 - text.length, 0, 4) : 0,
  };
}

/** 0 where nothing is sure, 1 where one in a hundred is wrong, evenly in orders of magnitude between. */
function sureness(confidence: number): number {
  return -Math.log(1 - Math.min(1, Math.max(0, confidence)) + 0.01) / Math.log(100);
}

/** Where a number lies between two others, 0 to 1. */
function part(number: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (number - from) / (to - from)));
}

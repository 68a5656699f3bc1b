import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import { type Form, type FormField, type FormWord, formLimits } from '@ticket-pros/contracts/form';
import type { PageSize } from '@ticket-pros/contracts/reading';
import { type Area, heightOf, middleOf, shareWithin, spanOf } from './frame-area.ts';
import { type FramedWord, frameOf, frameQuad, frameWords, type ToFrame } from './frame-words.ts';
import { type ExampleValue, type LocatedValue, locateValue } from './locate-value.ts';
import { type FormMatch, matchForm, printShare, wordWeight } from './match-form.ts';
import { type PlacedPage, placeBox, placeSeenWords, type SeenWord } from './place-words.ts';

/** One page of a reviewed ticket: what the reader saw, and what stands on it by the word of its reviewer, blanks included. */
export type FormExample = {
  page: number;
  size: PageSize;
  words: readonly SeenWord[];
  values: readonly ExampleValue[];
};

/** The field whose value is printed with the form. */
export const issuerField = 'company';
const frameSide = 1000;
/** A page has to have so much of a form to be an example of it. */
const leastSupport = 0.3;
const fewestFound = 5;
/** A word seen in less than this share of the examples is what somebody wrote, not print. */
const leastPrintShare = 0.4;

/**
 * What a form is after one more reviewed ticket of it, or after the first. Words that stay over the examples become its print; where values
 * stood is kept of the latest examples. Null where the page is not of this form.
 */
export function learnForm(form: Form | null, example: FormExample, ticketType: TicketType): Form | null {
  const page = placeSeenWords(example.words, example.page);
  if (form === null) {
    const toFrame = firstFrame(page);
    return page.words.length < fewestFound
      ? null
      : learn(newForm(ticketType), null, page, toFrame, example, ticketType);
  }
  const match = matchForm(form, page, example.size);
  if (match === null || match.support < leastSupport || match.found.size < fewestFound) return null;
  return learn(form, match, page, frameOf(match), example, ticketType);
}

function newForm(ticketType: TicketType): Form {
  return { version: 1, ticketType: ticketType.key, examples: 0, words: [], fields: [] };
}

/** The frame of the first example: its lines made level, its text's longer side made 1000. */
function firstFrame({ words, angle }: PlacedPage): ToFrame {
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  const level: ToFrame = ({ x, y }) => ({ x: cos * x - sin * y, y: sin * x + cos * y });
  const { left, top, right, bottom } = spanOf(words.flatMap(({ quad }) => quad.map(level)));
  const scale = frameSide / Math.max(right - left, bottom - top, 1);
  return (point) => {
    const { x, y } = level(point);
    return { x: (x - left) * scale, y: (y - top) * scale };
  };
}

/** A value, where its box is in the frame, and where it really stands. */
type Located = { value: ExampleValue; boxed: Area | null; located: LocatedValue | null };

function learn(
  form: Form,
  match: FormMatch | null,
  page: PlacedPage,
  toFrame: ToFrame,
  { page: number, values }: FormExample,
  ticketType: TicketType,
): Form {
  const words = frameWords(page.words, toFrame);
  const types = typesOf(ticketType);
  const located = values
    .filter(({ normalized, box }) => normalized !== null && (box === null || box.page === number))
    .map((value): Located => {
      const boxed = value.box === null ? null : frameQuad(toFrame, placeBox(value.box, page.angle).quad);
      return { value, boxed, located: locateValue(value, types.get(value.field) ?? 'text', words, boxed) };
    });
  const elsewhere = new Set(
    values
      .filter(({ box, normalized }) => normalized !== null && box !== null && box.page !== number)
      .map(({ field }) => field),
  );
  const plain = ticketType.fields.filter(({ name }) => !elsewhere.has(name)).map(({ name }) => name);
  return {
    ...form,
    examples: form.examples + 1,
    words: learnWords(form, match, words, located),
    fields: learnFields(form, plain, located),
  };
}

function typesOf({ fields, table }: TicketType): Map<string, FieldType> {
  const cells = table?.columns.map(({ name, type }) => [`${table.name}.${name}`, type] as const) ?? [];
  return new Map([...fields.map(({ name, type }) => [name, type] as const), ...cells]);
}

/** Counts which of the form's words were there, and takes in the page's other words that are part of no value. */
function learnWords(
  form: Form,
  match: FormMatch | null,
  words: readonly FramedWord[],
  located: readonly Located[],
): FormWord[] {
  const issuer = located.find(({ value }) => value.field === issuerField)?.located;
  const ofIssuer = new Set(issuer?.words);
  const valueAreas = located
    .filter(({ value }) => value.field !== issuerField)
    .flatMap(({ boxed, located: place }) => [boxed, place?.area ?? null])
    .flatMap((area) => (area === null ? [] : [widened(area)]));
  const found = match?.found ?? new Map();
  const missing = new Set(match?.missing);
  const known = new Map([...found].map(([word, { word: source }]) => [source, word] as const));
  const counted = form.words.map((word): FormWord => {
    const there = found.get(word);
    if (there === undefined) return missing.has(word) ? { ...word, missed: word.missed + 1 } : word;
    const framed = words.find(({ source }) => source === there.word);
    const share = 1 / (word.seen + 1);
    const at = framed === undefined ? word : middleOf(framed);
    return {
      ...word,
      seen: word.seen + 1,
      x: round(word.x + (at.x - word.x) * share),
      y: round(word.y + (at.y - word.y) * share),
      issuer: word.issuer || (framed !== undefined && ofIssuer.has(framed)),
    };
  });
  const added = words
    .filter((word) => word.source.folded !== '' && !known.has(word.source))
    .filter((word) => ofIssuer.has(word) || !valueAreas.some((area) => shareWithin(word, area) > 0.5))
    .map((word) => newWord(word, form.examples, ofIssuer.has(word)));
  return [...counted, ...added]
    .filter((word) => printShare(word) >= leastPrintShare || word.seen + word.missed < 3)
    .sort((a, b) => Number(b.issuer) - Number(a.issuer) || wordWeight(b) - wordWeight(a))
    .slice(0, formLimits.words);
}

/** Digits may be what this ticket alone says, and so may a word that the earlier examples did not have. */
function newWord(word: FramedWord, earlier: number, issuer: boolean): FormWord {
  const { text } = word.source.word;
  const doubted = /\d/.test(text) && !issuer ? 1 : 0;
  return {
    text: text.slice(0, 100),
    x: round(middleOf(word).x),
    y: round(middleOf(word).y),
    width: Math.max(1, round(word.right - word.left)),
    height: Math.max(1, round(heightOf(word))),
    seen: 1,
    missed: Math.max(doubted, earlier),
    issuer,
  };
}

function learnFields(form: Form, names: readonly string[], located: readonly Located[]): FormField[] {
  const before = new Map(form.fields.map((field) => [field.field, field]));
  const all = new Set([...before.keys(), ...names]);
  return [...all].slice(0, formLimits.fields).map((name): FormField => {
    const known = before.get(name) ?? { field: name, places: [], filled: 0, blank: form.examples, values: [] };
    if (!names.includes(name)) return known;
    const seen = located.find(({ value }) => value.field === name && value.row === 0);
    if (seen === undefined) return { ...known, blank: known.blank + 1 };
    const { value, located: place } = seen;
    const places = place === null ? known.places : [...known.places, { ...rounded(place.area), weight: place.weight }];
    return {
      ...known,
      filled: known.filled + 1,
      places: places.slice(-formLimits.places),
      values: countValue(known.values, value, place?.weight ?? 0.5),
    };
  });
}

/** Keeps the values said most often; a new one replaces the one that was said least and longest ago. */
function countValue(values: FormField['values'], value: ExampleValue, weight: number): FormField['values'] {
  const normalized = value.normalized ?? '';
  const same = values.find((other) => other.normalized.toUpperCase() === normalized.toUpperCase());
  const said = {
    normalized: same?.normalized ?? normalized,
    printedText: same?.printedText ?? value.printedText ?? normalized,
    weight: (same?.weight ?? 0) + weight,
  };
  const others = values.filter((other) => other !== same);
  const kept = others.length < formLimits.values ? others : withoutLeast(others);
  return [...kept, said].sort((a, b) => b.weight - a.weight);
}

function withoutLeast(values: FormField['values']): FormField['values'] {
  const least = Math.min(...values.map(({ weight }) => weight));
  const first = values.findIndex(({ weight }) => weight === least);
  return values.filter((_, i) => i !== first);
}

/** A value's words may reach a little over what was boxed. */
function widened(area: Area): Area {
  const margin = 0.3 * heightOf(area);
  return { left: area.left - margin, top: area.top - margin, right: area.right + margin, bottom: area.bottom + margin };
}

function rounded({ left, top, right, bottom }: Area): Area {
  return { left: round(left), top: round(top), right: round(right), bottom: round(bottom) };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

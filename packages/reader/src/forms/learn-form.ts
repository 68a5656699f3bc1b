import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import type { Form } from '@ticket-pros/contracts/form';
import type { PageSize } from '@ticket-pros/contracts/reading';
import { spanOf } from './frame-area.ts';
import { frameOf, frameQuad, frameWords, type ToFrame } from './frame-words.ts';
import { learnFields } from './learn-fields.ts';
import { learnTables } from './learn-tables.ts';
import { learnWords } from './learn-words.ts';
import { type ExampleValue, type Located, locateValue } from './locate-value.ts';
import { type FormMatch, matchForm } from './match-form.ts';
import { type PlacedPage, placeBox, placeSeenWords, type SeenWord } from './place-words.ts';

/** One page of a reviewed ticket: what the reader saw, and what stands on it by the word of its reviewer, blanks included. */
export type FormExample = {
  page: number;
  size: PageSize;
  words: readonly SeenWord[];
  values: readonly ExampleValue[];
};

const frameSide = 1000;
/** A page has to have so much of a form to be an example of it. */
const leastSupport = 0.3;
const fewestFound = 5;

/**
 * What a form is after one more reviewed ticket of it, or after the first. Words that stay over the examples become its print; where values
 * stood is kept of the latest examples. Null where the page is not of this form, or the form is of another ticket type.
 */
export function learnForm(form: Form | null, example: FormExample, ticketType: TicketType): Form | null {
  const page = placeSeenWords(example.words, example.page);
  if (form === null) {
    const toFrame = firstFrame(page);
    return page.words.length < fewestFound
      ? null
      : learn(newForm(ticketType), null, page, toFrame, example, ticketType);
  }
  if (form.ticketType !== ticketType.key) return null;
  const match = matchForm(form, page, example.size);
  if (match === null || match.support < leastSupport || match.found.size < fewestFound) return null;
  return learn(form, match, page, frameOf(match), example, ticketType);
}

function newForm(ticketType: TicketType): Form {
  return { version: 1, ticketType: ticketType.key, examples: 0, words: [], fields: [], tables: [] };
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
      const type = types.get(value.field) ?? 'text';
      return { value, boxed, located: locateValue(value, type, words, boxed, isOfRow(value, values)) };
    });
  const elsewhere = new Set(
    values
      .filter(({ box, normalized }) => normalized !== null && box !== null && box.page !== number)
      .map(({ field }) => field),
  );
  const cleared = new Set(
    values.filter(({ normalized, source }) => normalized === null && source === 'member').map(({ field }) => field),
  );
  const plain = ticketType.fields.filter(({ name }) => !elsewhere.has(name)).map(({ name }) => name);
  return {
    ...form,
    examples: form.examples + 1,
    words: learnWords(form, match, words, located),
    fields: learnFields(form, types, plain, located, cleared),
    tables: learnTables(form, types, located, words),
  };
}

/** Whether the box of a cell is that of its whole row. */
function isOfRow({ row, field, box }: ExampleValue, values: readonly ExampleValue[]): boolean {
  if (row === 0 || box === null) return false;
  const others = values.filter((other) => other.row === row && other.field !== field && other.box !== null);
  return others.some((other) => other.box?.x === box.x && other.box.y === box.y && other.box.width === box.width);
}

function typesOf({ fields, table }: TicketType): Map<string, FieldType> {
  const cells = table?.columns.map(({ name, type }) => [`${table.name}.${name}`, type] as const) ?? [];
  return new Map([...fields.map(({ name, type }) => [name, type] as const), ...cells]);
}

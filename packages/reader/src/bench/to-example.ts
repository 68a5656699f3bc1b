import type { TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { ReadValue } from '@ticket-pros/contracts/value';
import type { FormExample } from '../forms/learn-form.ts';
import type { ExampleValue } from '../forms/locate-value.ts';
import type { LabelledImage } from './read-labels.ts';

/**
 * The first page of a labelled image as a reviewed ticket: what was read right stands as it was read, what was read
 * wrong or not at all a member set, and what was read where nothing is, the member cleared.
 */
export function toExample(
  label: LabelledImage,
  { pages, words, values }: Reading,
  ticketType: TicketType,
): FormExample | null {
  const [size] = pages;
  if (size === undefined) return null;
  const read = new Map(values.filter(({ row }) => row === 0).map((value) => [value.field, value]));
  return { page: 0, size, words, values: [...fieldValues(label, ticketType, read), ...cellValues(label, ticketType)] };
}

function fieldValues(
  { fields }: LabelledImage,
  ticketType: TicketType,
  read: ReadonlyMap<string, ReadValue>,
): ExampleValue[] {
  return ticketType.fields.flatMap(({ name, type }) => {
    const label = fields[name];
    if (label === undefined) return read.has(name) ? [toValue(name, 0, null, undefined, undefined)] : [];
    const normalized = normalizeFieldValue(type, label.value);
    const value = read.get(name);
    if (value === undefined) return [toValue(name, 0, normalized, undefined, undefined)];
    const isRight = value.normalized.toUpperCase() === normalized?.toUpperCase();
    return [{ ...value, normalized, source: isRight ? ('reader' as const) : ('member' as const) }];
  });
}

function cellValues({ lineItems, lineItemBoxes }: LabelledImage, { table }: TicketType): ExampleValue[] {
  return lineItems.flatMap((item, i) =>
    (table?.columns ?? []).flatMap(({ name, type }) => {
      const text = item[name];
      const box = lineItemBoxes?.[i] ?? undefined;
      return text === undefined
        ? []
        : [toValue(`${table?.name}.${name}`, i + 1, normalizeFieldValue(type, text), text, box)];
    }),
  );
}

function toValue(
  field: string,
  row: number,
  normalized: string | null,
  printedText: string | undefined,
  box: readonly number[] | undefined,
): ExampleValue {
  const [x = 0, y = 0, width = 0, height = 0] = box ?? [];
  const area = box === undefined || width <= 0 || height <= 0 ? null : { page: 0, x, y, width, height };
  return { field, row, printedText: printedText ?? null, normalized, box: area, source: 'member' };
}

import type { TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { FormExample } from '../forms/learn-form.ts';
import type { ExampleValue } from '../forms/locate-value.ts';
import type { LabelledImage } from './read-labels.ts';

/** The first page of a labelled image as a reviewed ticket: its labels are what a member set, the rest it left blank. */
export function toExample(label: LabelledImage, { pages, words }: Reading, ticketType: TicketType): FormExample | null {
  const [size] = pages;
  return size === undefined
    ? null
    : { page: 0, size, words, values: [...fieldValues(label, ticketType), ...cellValues(label, ticketType)] };
}

function fieldValues({ fields }: LabelledImage, ticketType: TicketType): ExampleValue[] {
  return ticketType.fields.map(({ name, type }) => {
    const label = fields[name];
    return toValue(
      name,
      0,
      label === undefined ? null : normalizeFieldValue(type, label.value),
      label?.value,
      label?.box,
    );
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

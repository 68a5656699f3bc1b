import type { TicketType } from '@ticket-pros/contracts/field';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { matchRows } from './match-rows.ts';
import { comparable } from './normal-forms.ts';
import type { LabelledImage } from './read-labels.ts';

/** A value that was read, and whether it is what the label says; `kind` where the label knows it. */
export type JudgedValue = { value: ReadValue; isRight: boolean; kind: string | null };

/** Compares each value with the label, line items with the row most like theirs. A value for what the ticket does not show is wrong. */
export function judgeValues(label: LabelledImage, values: readonly ReadValue[], ticketType: TicketType): JudgedValue[] {
  const columns = ticketType.table?.columns ?? [];
  const rows = [
    ...Map.groupBy(
      values.filter(({ row }) => row > 0),
      ({ row }) => row,
    ),
  ];
  const given = rows.map(([, cells]) =>
    Object.fromEntries(cells.map(({ field, normalized }) => [field.split('.')[1] ?? '', normalized])),
  );
  const matches = new Map(
    matchRows(label.lineItems, given, columns).flatMap(({ wanted, at }) =>
      at === null ? [] : [[rows[at]?.[0], wanted] as const],
    ),
  );
  return values.map((value) => {
    const [name = '', column] = value.field.split('.');
    const field =
      column === undefined
        ? ticketType.fields.find((one) => one.name === name)
        : columns.find((one) => one.name === column);
    if (field === undefined) return { value, isRight: false, kind: null };
    if (column !== undefined) {
      const wanted = matches.get(value.row)?.[column] ?? null;
      return { value, isRight: wanted !== null && wanted === comparable(field, value.normalized), kind: null };
    }
    const wanted = label.fields[name];
    const text = wanted === undefined ? null : (wanted.normalized ?? comparable(field, wanted.value));
    return { value, isRight: text === comparable(field, value.normalized), kind: wanted?.kind ?? null };
  });
}

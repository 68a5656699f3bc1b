import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import type { TicketValue, ValueAddress } from '@ticket-pros/contracts/value';
import { addressKey } from './address-key.ts';
import { isDoubtful } from './is-doubtful.ts';

export type FieldGroup = 'ticket' | 'people' | 'material' | 'money';

/** One place for a value on the review page, with what stands there now. */
export interface ReviewField {
  key: string;
  address: ValueAddress;
  type: FieldType;
  value: TicketValue | undefined;
}

export interface ReviewLayout {
  groups: { group: FieldGroup; fields: ReviewField[] }[];
  rows: { row: number; cells: ReviewField[] }[];
  /** Every field in the order in which Enter walks through them. */
  order: ReviewField[];
}

const groupOf: Record<string, FieldGroup> = {
  company: 'people',
  customer: 'people',
  job_name: 'people',
  location: 'people',
  address: 'people',
  driver: 'people',
  truck_number: 'people',
  trailer_number: 'people',
  signed_by: 'people',
  material: 'material',
  quantity: 'material',
  unit: 'material',
  gross_weight: 'material',
  tare_weight: 'material',
  net_weight: 'material',
  weight_unit: 'material',
  start_time: 'money',
  end_time: 'money',
  hours: 'money',
  rate: 'money',
  subtotal: 'money',
  tax: 'money',
  total: 'money',
};
const groups: readonly FieldGroup[] = ['ticket', 'people', 'material', 'money'];

/**
 * Lays a ticket's values out over the fields of its type: plain fields in groups, table cells in rows. `addedRows` counts
 * empty rows that were asked for below those that hold something.
 */
export function arrangeFields(type: TicketType, values: readonly TicketValue[], addedRows: number): ReviewLayout {
  const byKey = new Map(values.map((value) => [addressKey(value), value]));
  const place = (field: string, row: number, fieldType: FieldType): ReviewField => {
    const address = { field, row };
    const key = addressKey(address);
    return { key, address, type: fieldType, value: byKey.get(key) };
  };

  const plain = type.fields.map((field) => place(field.name, 0, field.type));
  const grouped = groups.map((group) => ({
    group,
    fields: plain.filter(({ address }) => (groupOf[address.field] ?? 'ticket') === group),
  }));

  const { table } = type;
  const rows = (table === null ? [] : rowNumbers(table.name, values, addedRows)).map((row) => ({
    row,
    cells: table?.columns.map((column) => place(`${table.name}.${column.name}`, row, column.type)) ?? [],
  }));

  const order = [...grouped.flatMap(({ fields }) => fields), ...rows.flatMap(({ cells }) => cells)];
  return { groups: grouped, rows, order };
}

/** A row whose every cell was cleared is gone from the screen; its number is not given out again. */
function rowNumbers(table: string, values: readonly TicketValue[], addedRows: number): number[] {
  const cells = values.filter(({ field }) => field.startsWith(`${table}.`));
  const last = Math.max(0, ...cells.map(({ row }) => row));
  const filled = new Set(cells.filter(({ normalized }) => normalized !== null).map(({ row }) => row));
  const added = Array.from({ length: addedRows }, (_, index) => last + 1 + index);
  return [...filled].sort((one, other) => one - other).concat(added);
}

/** Fields whose value the reader is not sure of. */
export function doubtfulFields(order: readonly ReviewField[]): ReviewField[] {
  return order.filter(({ value }) => value?.source === 'reader' && isDoubtful(value.confidence));
}

/** The doubtful field that comes next after `key` in the order, from the start again at the end. */
export function nextDoubtful(order: readonly ReviewField[], key: string | null): ReviewField | undefined {
  const at = order.findIndex((field) => field.key === key);
  return doubtfulFields([...order.slice(at + 1), ...order.slice(0, at + 1)])[0];
}

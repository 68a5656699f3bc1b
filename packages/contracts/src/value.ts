import { z } from 'zod';
import { boxSchema } from './box.ts';

/**
 * Where a value belongs on a ticket: `field` is a field's name, or `table.column` for a table cell; `row` counts table
 * rows from 1 and is 0 for a plain field.
 */
export const valueAddressSchema = z.object({
  field: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/),
  row: z.int().min(0).max(500),
});
export type ValueAddress = z.infer<typeof valueAddressSchema>;

/** A value as the reader found it. `confidence` is the reader's probability, 0 to 1, that `normalized` is right. */
export const readValueSchema = valueAddressSchema.extend({
  printedText: z.string(),
  normalized: z.string(),
  confidence: z.number().min(0).max(1),
  box: boxSchema,
});
export type ReadValue = z.infer<typeof readValueSchema>;

/** Who said that a value is so. */
export const valueSourceSchema = z.enum(['reader', 'member']);
export type ValueSource = z.infer<typeof valueSourceSchema>;

/** A value as it stands on a ticket now. A member's value has confidence 1 and may lack a box; null means "left blank". */
export const ticketValueSchema = valueAddressSchema.extend({
  printedText: z.string().nullable(),
  normalized: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  box: boxSchema.nullable(),
  source: valueSourceSchema,
});
export type TicketValue = z.infer<typeof ticketValueSchema>;

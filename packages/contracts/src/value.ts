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

/**
 * A value as it stands on a ticket now. `printedText` is what the reader saw on the paper and stays when a member sets the value, which
 * then has confidence 1 and may lack a box. A null `normalized` means "left blank". `memberName` tells who set it: null for the reader,
 * and where the asking member can't see that member.
 */
export const ticketValueSchema = valueAddressSchema.extend({
  printedText: z.string().nullable(),
  normalized: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  box: boxSchema.nullable(),
  source: valueSourceSchema,
  memberName: z.string().nullable(),
});
export type TicketValue = z.infer<typeof ticketValueSchema>;

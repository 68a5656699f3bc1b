import { z } from 'zod';
import { valueAddressSchema } from './value.ts';

/** What a form keeps at most; the least useful words and the oldest places go first. */
export const formLimits = {
  words: 240,
  fields: 200,
  places: 9,
  values: 12,
  shapes: 6,
  tables: 4,
  columns: 12,
} as const;

const weightSchema = z.number().min(0);

/**
 * A word that stands on a printed form: its middle and size in the form's own frame, in how many examples it was seen
 * there, and in how many it was looked for in vain. `issuer` marks words of the name of who issued the form.
 */
export const formWordSchema = z.object({
  text: z.string().min(1).max(100),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
  seen: z.int().min(1),
  missed: z.int().min(0),
  issuer: z.boolean(),
});
export type FormWord = z.infer<typeof formWordSchema>;

/** Where a value stood in one example; `weight` says how much that example counts. */
export const formPlaceSchema = z.object({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  weight: weightSchema,
});
export type FormPlace = z.infer<typeof formPlaceSchema>;

/**
 * What examples told about one field: where it stands, how often it is blank, how often a member cleared what was read
 * there, what it usually says, and in what shapes: normal forms with each digit as `9`, letters as they are (`RB9999999`).
 */
export const formFieldSchema = z.object({
  field: valueAddressSchema.shape.field,
  places: z.array(formPlaceSchema).max(formLimits.places),
  filled: z.int().min(0),
  blank: z.int().min(0),
  refused: z.int().min(0).default(0),
  values: z
    .array(z.object({ normalized: z.string(), printedText: z.string(), weight: weightSchema }))
    .max(formLimits.values),
  shapes: z
    .array(z.object({ shape: z.string().max(40), weight: weightSchema }))
    .max(formLimits.shapes)
    .default([]),
});
export type FormField = z.infer<typeof formFieldSchema>;

/** The rows that a table had in one example: the middle of its first and of its last one, and from one row to the next. */
export const formRowsSchema = z.object({
  first: z.number(),
  last: z.number(),
  pitch: z.number().positive().nullable(),
  weight: weightSchema,
});
export type FormRows = z.infer<typeof formRowsSchema>;

/**
 * A table of a form. Each column is known by `table.column`; its places reach from the cell of the first row to that of the
 * last one, `filled` and `blank` count rows. Forms with several tables number their rows through.
 */
export const formTableSchema = z.object({
  columns: z.array(formFieldSchema).max(formLimits.columns),
  rows: z.array(formRowsSchema).max(formLimits.places),
});
export type FormTable = z.infer<typeof formTableSchema>;

/**
 * A printed form as learned from reviewed tickets of one account. Places are in its own frame, in which lines run level
 * and the longer side of the first example's text is 1000 long.
 */
export const formSchema = z.object({
  version: z.literal(1),
  ticketType: z.string(),
  examples: z.int().min(1),
  words: z.array(formWordSchema).max(formLimits.words),
  fields: z.array(formFieldSchema).max(formLimits.fields),
  tables: z.array(formTableSchema).max(formLimits.tables).default([]),
});
export type Form = z.infer<typeof formSchema>;

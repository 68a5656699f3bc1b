import { z } from 'zod';

/** The types a field can have. `code` is an identifier whose spaces and case carry no meaning. */
export const fieldTypeSchema = z.enum(['text', 'code', 'number', 'money', 'date', 'time', 'unit']);
export type FieldType = z.infer<typeof fieldTypeSchema>;

const fieldNameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower case letters, digits and underscores');

/** A named, typed value that an account wants from a ticket. `labels` are wordings printed beside it on paper. */
export const fieldSchema = z.object({
  name: fieldNameSchema,
  type: fieldTypeSchema,
  labels: z.array(z.string().min(1)),
});
export type Field = z.infer<typeof fieldSchema>;

/** A table on the ticket; each column is a field, each row is numbered from 1. */
export const tableFieldSchema = z.object({
  name: fieldNameSchema,
  columns: z.array(fieldSchema).min(1),
});
export type TableField = z.infer<typeof tableFieldSchema>;

/** The record that an account wants from a kind of ticket. */
export const ticketTypeSchema = z.object({
  key: fieldNameSchema,
  name: z.string().min(1),
  fields: z.array(fieldSchema).min(1),
  table: tableFieldSchema.nullable(),
});
export type TicketType = z.infer<typeof ticketTypeSchema>;

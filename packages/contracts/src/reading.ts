import { z } from 'zod';
import { boxSchema } from './box.ts';
import { readValueSchema } from './value.ts';

/** One word that a text engine saw. `confidence` is the engine's own figure, 0 to 1. `line` groups words of one line. */
export const wordSchema = z.object({
  text: z.string(),
  confidence: z.number().min(0).max(1),
  box: boxSchema,
  line: z.int().min(0),
});
export type Word = z.infer<typeof wordSchema>;

/** Size of one upright page, in pixels. */
export const pageSizeSchema = z.object({ width: z.int().positive(), height: z.int().positive() });
export type PageSize = z.infer<typeof pageSizeSchema>;

/** A form that a page was recognised as, and how surely, 0 to 1. */
export const pageFormSchema = z.object({ page: z.int().min(0), formId: z.string(), support: z.number() });
export type PageForm = z.infer<typeof pageFormSchema>;

/** One run of the reader over a ticket: kept, never overwritten. Times are milliseconds of wall clock by step. */
export const readingSchema = z.object({
  engine: z.string(),
  engineVersion: z.string(),
  pages: z.array(pageSizeSchema),
  words: z.array(wordSchema),
  values: z.array(readValueSchema),
  forms: z.array(pageFormSchema),
  timings: z.record(z.string(), z.number()),
});
export type Reading = z.infer<typeof readingSchema>;

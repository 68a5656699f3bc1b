import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldTypeSchema } from '@ticket-pros/contracts/field';
import { z } from 'zod';

/** What `fit-confidence` learned: weights of evidence, a correction for each field type, and what thresholds bring. */
export const confidenceModelSchema = z.object({
  /** The tickets that it was fitted on. */
  fittedOn: z.object({ tickets: z.int(), layouts: z.int(), values: z.int() }),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
  /** By field type: a slope and a shift of the log-odds. */
  calibration: z.partialRecord(fieldTypeSchema, z.object({ slope: z.number().positive(), shift: z.number() })),
  /** Tickets all of whose values were at least so sure, how many values they had, and how many of these were wrong. */
  thresholds: z.array(z.object({ least: z.number(), tickets: z.int(), values: z.int(), wrong: z.int() })),
});
export type ConfidenceModel = z.infer<typeof confidenceModelSchema>;

export const confidenceModelPath = join(import.meta.dirname, 'confidence-model.json');

let known: ConfidenceModel | undefined;

/** The fitted model that comes with the reader. */
export function confidenceModel(): ConfidenceModel {
  known ??= confidenceModelSchema.parse(JSON.parse(readFileSync(confidenceModelPath, 'utf8')));
  return known;
}

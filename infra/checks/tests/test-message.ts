import { z } from 'zod';

const testOutcomeSchema = z.object({
  title: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  /** Why it failed; empty otherwise. */
  failure: z.string(),
});

/** What jest's process tells the process that runs it. Files are relative to the project's folder. */
export const testMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run-started'), files: z.int() }),
  z.object({ kind: z.literal('file-started'), file: z.string() }),
  z.object({ kind: z.literal('file-ended'), file: z.string(), outcomes: z.array(testOutcomeSchema) }),
  z.object({ kind: z.literal('run-ended') }),
]);

export type TestMessage = z.infer<typeof testMessageSchema>;
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

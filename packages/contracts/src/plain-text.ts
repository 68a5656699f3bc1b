import { z } from 'zod';

/** Text that people type: trimmed, and without control characters other than line breaks and tabs (Postgres keeps no NUL). */
export const plainTextSchema = z
  .string()
  .trim()
  .regex(/^(?:[\n\t]|\P{Cc})*$/u, 'text without control characters');

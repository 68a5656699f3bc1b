import { z } from 'zod';

/**
 * Text that people type: trimmed, and without control characters other than line breaks and tabs (Postgres keeps no NUL), nor halves of a
 * character that takes two (in JSON, Postgres refuses those).
 */
export const plainTextSchema = z
  .string()
  .trim()
  .regex(/^(?:[\n\t]|[^\p{Cc}\p{Cs}])*$/u, 'text without control characters');

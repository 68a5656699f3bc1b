import { SettingsError } from '@ticket-pros/config/parse-environment';
import { z } from 'zod';

/** By the code of Node, or of Postgres (appendix A of its manual). */
const sentences: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer. Start it first.',
  '42501': 'This operator key is unknown or disabled.',
  '23503': 'There is no such account.',
  '23505': 'There is an operator with this address already.',
};

/** What a person at the command line should read of an error; null for those that are nobody's mistake. */
export function explainOperatorError(error: unknown): string | null {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code.startsWith('ERR_PARSE_ARGS')) return error.message;
  return sentences[error.code] ?? null;
}

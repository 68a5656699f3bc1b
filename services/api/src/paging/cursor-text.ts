import type { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

/** Writes a place in a list as an opaque text. */
export function writeCursorText(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads what writeCursorText wrote for a list of this kind. Throws `bad_request` for anything else. */
export function readCursorText<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError('bad_request', 'The cursor is not one that this list gave.');
  }
}

import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

// Whole microseconds that JavaScript counts exactly reach to the year 2255.
const placeSchema = z.tuple([z.int().min(0), z.uuid()]);

/** A place in a list ordered by time of receipt (microseconds since 1970) and id. */
export type Place = { receivedMicroseconds: number; id: string };

/** Writes a place as an opaque text. */
export function writeCursor({ receivedMicroseconds, id }: Place): string {
  return Buffer.from(JSON.stringify([receivedMicroseconds, id])).toString('base64url');
}

/** Reads what writeCursor wrote. Throws `bad_request` for anything else. */
export function readCursor(cursor: string): Place {
  try {
    const [receivedMicroseconds, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { receivedMicroseconds, id };
  } catch {
    throw new ProblemError('bad_request', 'The cursor is not one that this list gave.');
  }
}

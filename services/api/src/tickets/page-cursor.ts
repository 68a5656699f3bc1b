import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

const placeSchema = z.tuple([z.string().regex(/^[-\d :.+]+$/), z.uuid()]);

/** A place in a list ordered by time of receipt and id. */
export type Place = { receivedAt: string; id: string };

/** Writes a place as an opaque text. */
export function writeCursor({ receivedAt, id }: Place): string {
  return Buffer.from(JSON.stringify([receivedAt, id])).toString('base64url');
}

/** Reads what writeCursor wrote. Throws `bad_request` for anything else. */
export function readCursor(cursor: string): Place {
  try {
    const [receivedAt, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { receivedAt, id };
  } catch {
    throw new ProblemError('bad_request', 'The cursor is not one that this list gave.');
  }
}

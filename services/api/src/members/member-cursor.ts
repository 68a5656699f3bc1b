import { plainTextSchema } from '@ticket-pros/contracts/plain-text';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

const placeSchema = z.tuple([plainTextSchema.max(200), z.uuid()]);

/** Writes a place in the order of names as an opaque text. */
export function writeMemberCursor({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

/** Reads what writeMemberCursor wrote. Throws `bad_request` for anything else. */
export function readMemberCursor(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { name, id };
  } catch {
    throw new ProblemError('bad_request', 'The cursor is not one that this list gave.');
  }
}

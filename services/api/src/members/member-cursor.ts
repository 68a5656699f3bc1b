import { plainTextSchema } from '@ticket-pros/contracts/plain-text';
import { z } from 'zod';
import { readCursorText, writeCursorText } from '../paging/cursor-text.ts';

const placeSchema = z.tuple([plainTextSchema.max(200), z.uuid()]);

/** Writes a place in the order of names as an opaque text. */
export function writeMemberCursor({ name, id }: { name: string; id: string }): string {
  return writeCursorText([name, id]);
}

/** Reads what writeMemberCursor wrote. Throws `bad_request` for anything else. */
export function readMemberCursor(cursor: string): { name: string; id: string } {
  const [name, id] = readCursorText(placeSchema, cursor);
  return { name, id };
}

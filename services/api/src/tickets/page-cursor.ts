import { z } from 'zod';
import { readCursorText, writeCursorText } from '../paging/cursor-text.ts';

// Whole microseconds that JavaScript counts exactly reach to the year 2255.
const placeSchema = z.tuple([z.int().min(0), z.uuid()]);

/** A place in a list ordered by time of receipt (microseconds since 1970) and id. */
export type Place = { receivedMicroseconds: number; id: string };

/** Writes a place as an opaque text. */
export function writeCursor({ receivedMicroseconds, id }: Place): string {
  return writeCursorText([receivedMicroseconds, id]);
}

/** Reads what writeCursor wrote. Throws `bad_request` for anything else. */
export function readCursor(cursor: string): Place {
  const [receivedMicroseconds, id] = readCursorText(placeSchema, cursor);
  return { receivedMicroseconds, id };
}

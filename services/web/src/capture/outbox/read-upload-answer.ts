import type { Refusal, SendTrouble } from './outbox-ticket.ts';
import { parseObject } from './parse-object.ts';

/** What an answer that is no success means for the ticket on the phone. */
export type UploadAnswer =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'paused'; paused: 'signed_out' | 'second_factor' }
  | { kind: 'waits'; trouble: SendTrouble; retryAfterMs?: number }
  /** The server knows more, or less, of this photo than the phone thought: ask it how far it is. */
  | { kind: 'ask_again' };

/** Answers that say nothing about the photos: the same upload may well succeed later. */
const passing = new Set([0, 408, 423, 425, 429, 499]);
/** Nothing is wrong with the photos, but the account or this session takes none now. */
const holding = new Set(['plan_limit', 'read_only', 'not_allowed', 'confirm_first', 'wrong_origin']);
const askingAgain = new Set(['upload_offset', 'not_found', 'upload_interrupted', 'hash_mismatch']);

/**
 * Reads an answer by its status (0: none came), its body and its `Retry-After` header. A success counts as one that is not
 * ours, because ours are told by their headers: something in between answered, as the page of a motel's Wi-Fi.
 */
export function readUploadAnswer(status: number, body: string, retryAfter?: string): UploadAnswer {
  if (status === 0) return { kind: 'waits', trouble: { kind: 'no_connection' } };
  const { code, title, detail } = parseObject(body) ?? {};
  if (typeof code === 'string' && askingAgain.has(code)) return { kind: 'ask_again' };
  if (passing.has(status) || status >= 500) {
    return { kind: 'waits', trouble: { kind: 'server_busy' }, ...readDelay(retryAfter) };
  }
  if (typeof code !== 'string' || typeof title !== 'string') {
    return { kind: 'waits', trouble: { kind: 'not_our_server' } };
  }
  if (status === 401) return { kind: 'paused', paused: 'signed_out' };
  // They wait until the member has done what the company asks for.
  if (code === 'second_factor_needed') return { kind: 'paused', paused: 'second_factor' };
  if (status === 402 || holding.has(code)) return { kind: 'waits', trouble: { kind: 'held_by_company', code, title } };
  return { kind: 'refused', refusal: { code, title, detail: typeof detail === 'string' ? detail : null } };
}

/** `Retry-After` in seconds; as a date it would need the phone's clock, which may be wrong. */
function readDelay(retryAfter: string | undefined): { retryAfterMs?: number } {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {};
}

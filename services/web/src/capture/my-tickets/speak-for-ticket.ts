import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { api } from '../../api/client.ts';
import { isKnownProblem, t } from '../../messages/capture-messages.ts';

export type Spoken =
  | { kind: 'done'; ticket: TicketDetail }
  /** Somebody changed the ticket meanwhile: it has to be looked at again. */
  | { kind: 'conflict' }
  | { kind: 'refused'; sentence: string }
  | { kind: 'offline' };

interface Target {
  id: string;
  version: number;
}
export interface WantedValue {
  field: string;
  row: number;
  /** null: blank on the paper. */
  text: string | null;
}

/** Sets one value of the member's own ticket. */
export function saveValue({ id, version }: Target, value: WantedValue): Promise<Spoken> {
  const params = { path: { ticketId: id } };
  return speak(() => api.PATCH('/v1/tickets/{ticketId}/values', { params, body: { version, values: [value] } }));
}

/** Says that what was read looks right. */
export function sayLooksRight({ id, version }: Target): Promise<Spoken> {
  const params = { path: { ticketId: id } };
  return speak(() => api.POST('/v1/tickets/{ticketId}/looks-right', { params, body: { version } }));
}

/** Has a ticket whose reading failed read once more. */
export function askToReadAgain({ id, version }: Target): Promise<Spoken> {
  const params = { path: { ticketId: id } };
  return speak(() => api.POST('/v1/tickets/{ticketId}/read-again', { params, body: { version } }));
}

/** Sends a ticket that was turned down back to review, with a note, mended values, or both. */
export function sendBack({ id, version }: Target, note: string, values: readonly WantedValue[]): Promise<Spoken> {
  const params = { path: { ticketId: id } };
  const body = {
    version,
    ...(note === '' ? {} : { note }),
    ...(values.length === 0 ? {} : { values: [...values] }),
  };
  return speak(() => api.POST('/v1/tickets/{ticketId}/resubmit', { params, body }));
}

async function speak(call: () => Promise<{ data?: TicketDetail; error?: unknown }>): Promise<Spoken> {
  try {
    const { data, error } = await call();
    if (data !== undefined) return { kind: 'done', ticket: data };
    const { code, detail } = readProblem(error);
    if (code === 'version_conflict') return { kind: 'conflict' };
    // What is wrong with a value is said in English alone, and says more than the title.
    if (code === 'invalid_value' && document.documentElement.lang === 'en' && detail !== null) {
      return { kind: 'refused', sentence: detail };
    }
    return { kind: 'refused', sentence: isKnownProblem(code) ? t(`problems.${code}`) : t('common.unexpected') };
  } catch {
    return { kind: 'offline' };
  }
}

function readProblem(error: unknown): { code: string | undefined; detail: string | null } {
  const isObject = typeof error === 'object' && error !== null;
  return {
    code: isObject && 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    detail: isObject && 'detail' in error && typeof error.detail === 'string' ? error.detail : null,
  };
}

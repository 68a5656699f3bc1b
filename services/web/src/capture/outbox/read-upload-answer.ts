import type { Refusal } from './outbox-ticket.ts';

export type UploadOutcome =
  | { kind: 'stored'; ticketId: string }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed-out' }
  | { kind: 'try-later' };

/** Answers that say nothing about the photos: the same upload may well succeed later. */
const passing = new Set([0, 408, 425, 429, 499]);

/** What an answer to `POST /v1/tickets` means for the ticket on the phone. Status 0 means that no answer came. */
export function readUploadAnswer(status: number, body: string): UploadOutcome {
  if (status === 401) return { kind: 'signed-out' };
  if (passing.has(status) || status >= 500) return { kind: 'try-later' };
  const answer = parseObject(body);
  if (status === 200 || status === 201) {
    const ticketId = readTicketId(answer);
    // A success that is not ours comes from something in between (a captive portal); the photos are not stored.
    return ticketId === null ? { kind: 'try-later' } : { kind: 'stored', ticketId };
  }
  if (typeof answer?.title !== 'string') return { kind: 'try-later' };
  const { code, title, detail } = answer;
  // Says nothing about the photos: they wait until the member has done what the company asks for.
  if (code === 'second_factor_needed') return { kind: 'signed-out' };
  return {
    kind: 'refused',
    refusal: {
      ...(typeof code === 'string' ? { code } : {}),
      title,
      detail: typeof detail === 'string' ? detail : null,
    },
  };
}

function readTicketId(answer: Record<string, unknown> | null): string | null {
  const ticket = answer?.ticket;
  const hasId = typeof ticket === 'object' && ticket !== null && 'id' in ticket;
  return hasId && typeof ticket.id === 'string' ? ticket.id : null;
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}

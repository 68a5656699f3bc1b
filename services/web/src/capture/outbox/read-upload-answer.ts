import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import type { OutboxTicket, Refusal, SendTrouble } from './outbox-ticket.ts';

export type SendOutcome =
  | { kind: 'stored'; receipt: UploadReceipt }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'paused'; paused: 'signed_out' | 'second_factor' }
  | { kind: 'waits'; trouble: SendTrouble; retryAfterMs?: number };

const passing = new Set([0, 408, 425, 429, 499]);

export function readUploadAnswer(status: number, body: string, ticket: OutboxTicket): SendOutcome {
  if (status === 401) return { kind: 'paused', paused: 'signed_out' };
  if (status === 0) return { kind: 'waits', trouble: { kind: 'no_connection' } };
  if (passing.has(status) || status >= 500) return { kind: 'waits', trouble: { kind: 'server_busy' } };
  const answer = parseObject(body);
  if (status === 200 || status === 201) {
    const ticketId = readTicketId(answer);
    // A success that is not ours comes from something in between (a captive portal); the photos are not stored.
    if (ticketId === null) return { kind: 'waits', trouble: { kind: 'not_our_server' } };
    const images = ticket.photos.map(({ sha256 }) => ({ sha256, storedSha256: sha256 }));
    return {
      kind: 'stored',
      receipt: { uploadId: ticket.uploadId, ticketId, receivedAt: new Date(ticket.createdAt).toISOString(), images },
    };
  }
  if (typeof answer?.title !== 'string') return { kind: 'waits', trouble: { kind: 'not_our_server' } };
  const { code, title, detail } = answer;
  // Says nothing about the photos: they wait until the member has done what the company asks for.
  if (code === 'second_factor_needed') return { kind: 'paused', paused: 'second_factor' };
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

import type { AuditEvent } from '@ticket-pros/contracts/audit';

/** One thing that an event tells besides who and what: a value, or what it was before and is after. */
export interface EventDetail {
  /** What it is about, in the API's own word. */
  name: string;
  /** A value on a ticket: its name is a field's, in this row. */
  row?: number;
  before?: unknown;
  after: unknown;
}

/** Ids beside which the name stands, and what the sentence says already. */
const hidden = new Set(['memberId', 'toMemberId', 'replacedBy', 'from', 'seenAs', 'before', 'after', 'fields']);
const saidBySubject = new Set(['member', 'invitation', 'api_key', 'account']);

/** What an event tells in its payload, in order; nothing where that was erased. */
export function readDetails({ action, subject, payload }: AuditEvent): EventDetail[] {
  if (payload === null) return [];
  const details = [...changesOf(payload), ...valuesOf(payload)];
  for (const [name, after] of Object.entries(payload)) {
    if (hidden.has(name) || isNothing(after)) continue;
    if (name === 'name' && subject !== null && saidBySubject.has(subject.kind)) continue;
    if (name === 'operator') continue;
    if (name === 'to' && action === 'member.moved') {
      details.push({ name: 'reportsTo', before: payload.from ?? null, after });
    } else if (name === 'to' && action.startsWith('ticket.')) {
      details.push({ name: 'state', before: payload.from, after });
    } else if (name === 'state' && action === 'privacy_request.answered') {
      details.push({ name: 'answerState', after });
    } else {
      details.push({ name, after });
    }
  }
  // Who reports to the account from now on reports to nobody.
  if (action === 'member.moved' && payload.to === null) {
    details.push({ name: 'reportsTo', before: payload.from ?? null, after: null });
  }
  return details;
}

function changesOf({ before, after }: Record<string, unknown>): EventDetail[] {
  if (!isRecord(after)) return [];
  const earlier = isRecord(before) ? before : {};
  return Object.entries(after).map(([name, value]) => ({ name, before: earlier[name] ?? null, after: value }));
}

function valuesOf({ fields }: Record<string, unknown>): EventDetail[] {
  if (!Array.isArray(fields)) return [];
  return fields.filter(isRecord).map(({ field, row, before, after }) => ({
    name: typeof field === 'string' ? field : '',
    row: typeof row === 'number' ? row : 0,
    before: before ?? null,
    after,
  }));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (isRecord(value) && Object.keys(value).length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

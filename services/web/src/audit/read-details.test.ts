import { expect, test } from '@jest/globals';
import type { AuditAction, AuditEvent } from '@ticket-pros/contracts/audit';
import { readDetails } from './read-details.ts';

function event(action: AuditAction, payload: AuditEvent['payload'], kind?: NonNullable<AuditEvent['subject']>['kind']) {
  const id = '0b9d1c1e-5a55-4f0c-9e0a-0d3d3c4f5a6b';
  const subject = kind === undefined ? null : { kind, id, name: 'Ana' };
  const rest = { member: null, apiKeyId: null, address: null, device: null } as const;
  return {
    id,
    at: '2026-05-01T12:00:00.000Z',
    action,
    actor: 'member',
    subject,
    payload,
    ...rest,
  } satisfies AuditEvent;
}

test('a change tells what was before and what is after', () => {
  const payload = { before: { role: 'crew', name: 'Ana' }, after: { role: 'office', name: 'Ana B.' } };
  expect(readDetails(event('member.changed', payload, 'member'))).toEqual([
    { name: 'role', before: 'crew', after: 'office' },
    { name: 'name', before: 'Ana', after: 'Ana B.' },
  ]);
});

test('a move tells the superiors, the account being none', () => {
  const up = readDetails(event('member.moved', { name: 'Ana', from: 'pete', to: null }, 'member'));
  expect(up).toEqual([{ name: 'reportsTo', before: 'pete', after: null }]);
  const down = readDetails(event('member.moved', { name: 'Ana', from: null, to: 'pete' }, 'member'));
  expect(down).toEqual([{ name: 'reportsTo', before: null, after: 'pete' }]);
});

test('a ticket tells its states, the reason, and each value that was corrected', () => {
  expect(
    readDetails(event('ticket.rejected', { from: 'needs_review', to: 'rejected', reason: 'Twice' }, 'ticket')),
  ).toEqual([
    { name: 'state', before: 'needs_review', after: 'rejected' },
    { name: 'reason', after: 'Twice' },
  ]);
  const fields = [{ field: 'total', row: 0, before: '10.00', after: '12.00' }];
  expect(readDetails(event('ticket.corrected', { fields }, 'ticket'))).toEqual([
    { name: 'total', row: 0, before: '10.00', after: '12.00' },
  ]);
});

test('what the sentence says already, and ids beside a name, are left out', () => {
  expect(readDetails(event('member.deactivated', { name: 'Ana' }, 'member'))).toEqual([]);
  const key = { name: 'Books', member: 'Ana', memberId: 'x', scopes: ['tickets.read'] };
  expect(readDetails(event('api_key.made', key, 'api_key')).map(({ name }) => name)).toEqual(['member', 'scopes']);
  expect(readDetails(event('ticket.captured', { photos: 2, seenAs: 'x' }, 'ticket'))).toEqual([
    { name: 'photos', after: 2 },
  ]);
});

test('an erased event tells nothing', () => {
  expect(readDetails(event('member.changed', null, 'member'))).toEqual([]);
});

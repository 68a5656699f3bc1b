import { expect, test } from '@jest/globals';
import { auditExportAddress, changeAuditSearch, readAuditSearch } from './audit-search.ts';

const memberId = '0b9d1c1e-5a55-4f0c-9e0a-0d3d3c4f5a6b';

test('an address gives the filters that the API takes, and nothing else', () => {
  expect(readAuditSearch({ memberId, action: 'ticket.approved', from: '2026-05-01', to: '2026-05-31' })).toEqual({
    memberId,
    action: 'ticket.approved',
    from: '2026-05-01',
    to: '2026-05-31',
  });
  expect(readAuditSearch({ memberId: 'me', action: 'ticket.eaten', from: 'May', subjectId: 7, page: 2 })).toEqual({});
});

test('a filter is set, changed and taken away', () => {
  const one = changeAuditSearch({}, { memberId });
  expect(one).toEqual({ memberId });
  expect(changeAuditSearch(one, { action: 'image.seen' })).toEqual({ memberId, action: 'image.seen' });
  expect(changeAuditSearch(one, { memberId: null })).toEqual({});
});

test('the export has the filters of the list', () => {
  expect(auditExportAddress({})).toBe('/v1/audit.csv');
  expect(auditExportAddress({ memberId, from: '2026-05-01' })).toBe(
    `/v1/audit.csv?memberId=${memberId}&from=2026-05-01`,
  );
});

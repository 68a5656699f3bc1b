import { expect, test } from '@jest/globals';
import { isOutage } from './is-outage.ts';

test.each([
  { code: 'ECONNREFUSED' },
  { code: 'EIO' },
  { code: '57P01' },
  { $metadata: { httpStatusCode: 503 } },
  { name: 'TimeoutError' },
  { cause: { code: 'ENOSPC' } },
])('an outage: %j', (error) => expect(isOutage(error)).toBe(true));

test.each([{ code: 'ERR_WORKER_OUT_OF_MEMORY' }, { code: '23514' }, { $metadata: { httpStatusCode: 403 } }, null])(
  "not an outage, the ticket's own: %j",
  (error) => expect(isOutage(error)).toBe(false),
);

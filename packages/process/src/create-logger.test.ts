import { expect, test } from '@jest/globals';
import { createLogger } from './create-logger.ts';

test('of a database error the log keeps what happened, and not the values of the row', () => {
  const lines: string[] = [];
  const log = createLogger('api', 'info', { write: (line) => void lines.push(line) });
  const error = Object.assign(new Error('duplicate key value violates unique constraint "user_email_key"'), {
    code: '23505',
    detail: 'Key (email)=(driver@hauling.example) already exists.',
    parameters: ['driver@hauling.example'],
  });
  log.error({ err: error }, 'request failed');
  expect(lines.join('')).toContain('23505');
  expect(lines.join('')).not.toContain('hauling.example');
});

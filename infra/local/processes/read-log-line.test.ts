import { expect, test } from '@jest/globals';
import { readLogLine } from './read-log-line.ts';

test('a line of a service’s log becomes one readable line', () => {
  const raw = JSON.stringify({
    level: 50,
    time: 1,
    msg: 'saving failed',
    err: { message: 'disk full\n  at …', stack: 's' },
  });
  expect(readLogLine(raw)).toEqual({ level: 50, text: 'saving failed: disk full' });
  expect(readLogLine('{"level":30}')).toEqual({ level: 30, text: '' });
});

test('what a library prints past the log is kept as it is', () => {
  expect(readLogLine('Error in pixScan: invalid box')).toEqual({ level: 30, text: 'Error in pixScan: invalid box' });
  expect(readLogLine('{"name":"no level"}').text).toBe('{"name":"no level"}');
});

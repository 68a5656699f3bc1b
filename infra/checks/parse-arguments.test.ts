import { expect, test } from '@jest/globals';
import { parseArguments } from './parse-arguments.ts';

test('patterns and --verbose are read, anything else is refused with the way to do it', () => {
  expect(parseArguments([])).toEqual({ verbose: false, patterns: [] });
  expect(parseArguments(['review', '--verbose', 'queue'])).toEqual({ verbose: true, patterns: ['review', 'queue'] });
  expect(() => parseArguments(['--watch'])).toThrow('run jest --watch');
});

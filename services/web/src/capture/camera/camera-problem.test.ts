import { expect, test } from '@jest/globals';
import { nameCameraProblem } from './camera-problem.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'inUse'],
  ['NotSupportedError', 'failed'],
])('%s of a browser means: %s', (name, problem) => {
  expect(nameCameraProblem(new DOMException('', name))).toBe(problem);
});

test('whatever else goes wrong is a failure, with a way on', () => {
  expect(nameCameraProblem('no reason given')).toBe('failed');
});

import { expect, test } from '@jest/globals';
import { plainTextSchema } from './plain-text.ts';

test('text may hold line breaks, tabs and every script, but no control characters', () => {
  expect(plainTextSchema.parse(' Sandhill\n\tPad 3, Ñandú 砂 🚚 ')).toBe('Sandhill\n\tPad 3, Ñandú 砂 🚚');
  for (const sign of ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085']) {
    expect(plainTextSchema.safeParse(`a${sign}b`).success).toBe(false);
  }
});

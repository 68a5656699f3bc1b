import { expect, test } from '@jest/globals';
import { findSecret } from './find-secret.ts';

const secret = 'jane.doe+canary@example.com';

test.each([
  ['as it is', secret.toUpperCase()],
  ['in hexadecimal', Buffer.from(`a${secret}b`).toString('hex')],
  ['percent-encoded', `?to=${encodeURIComponent(secret)}`],
  ['in base64', Buffer.from(`${secret}!`).toString('base64')],
  ['in base64, one byte on', Buffer.from(`x${secret}!`).toString('base64')],
  ['in base64, two bytes on', Buffer.from(`xy${secret}!!`).toString('base64url')],
])('a secret is found %s', (_how, text) => {
  expect(findSecret(`before ${text} after`, secret)).toBe(true);
});

test('a text without it is not suspected', () => {
  expect(findSecret('jane.doe@example.com amFuZS5kb2VAZXhhbXBsZS5jb20=', secret)).toBe(false);
});

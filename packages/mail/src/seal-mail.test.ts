import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { MailContent } from './mail-content.ts';
import { MailSealError, openMail, sealMail } from './seal-mail.ts';

const content: MailContent = {
  to: 'jane.doe@example.com',
  subject: 'Set a new password',
  text: 'https://tickets.example.com/reset?token=tok-canary',
  html: '<a href="https://tickets.example.com/reset?token=tok-canary">',
};
const old = { current: 'the old secret, the old secret, the old', previous: null };
const rotated = { current: 'the new secret, the new secret, the new', previous: old.current };
const afterwards = { current: rotated.current, previous: null };

test('a sealed mail opens as it was, and shows nothing before', () => {
  const id = randomUUID();
  const sealed = sealMail(old, id, content);
  expect(openMail(old, id, sealed)).toEqual(content);
  for (const canary of ['jane', 'example.com', 'password', 'tok-canary']) expect(sealed.includes(canary)).toBe(false);
  expect(sealMail(old, id, content).equals(sealed)).toBe(false);
});

test('after a change of the secret, mails that still wait open with the previous one', () => {
  const id = randomUUID();
  const before = sealMail(old, id, content);
  expect(openMail(rotated, id, before)).toEqual(content);
  expect(openMail(afterwards, id, sealMail(rotated, id, content))).toEqual(content);
  expect(() => openMail(afterwards, id, before)).toThrow('sealed with a secret that is not set any more');
});

test('a mail opens in its own row alone', () => {
  const sealed = sealMail(old, randomUUID(), content);
  expect(() => openMail(old, randomUUID(), sealed)).toThrow(MailSealError);
});

test('a change of any byte is noticed', () => {
  const id = randomUUID();
  const sealed = sealMail(old, id, content);
  for (let place = 0; place < sealed.byteLength; place += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8((changed.readUInt8(place) + 1) % 256, place);
    expect(() => openMail(old, id, changed)).toThrow(MailSealError);
  }
  for (const cut of [0, 1, 20, 36, sealed.byteLength - 1]) {
    expect(() => openMail(old, id, sealed.subarray(0, cut))).toThrow(MailSealError);
  }
});

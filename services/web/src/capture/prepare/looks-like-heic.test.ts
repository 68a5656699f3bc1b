import { expect, test } from '@jest/globals';
import { looksLikeHeic } from './looks-like-heic.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('an iPhone photo is told from a JPEG and from a video', () => {
  expect(looksLikeHeic(bytesOf('\0\0\0\x18ftypheic\0\0\0\0'))).toBe(true);
  expect(looksLikeHeic(bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01'))).toBe(false);
  expect(looksLikeHeic(bytesOf('\0\0\0\x18ftypmp42\0\0\0\0'))).toBe(false);
  expect(looksLikeHeic(new Uint8Array())).toBe(false);
});

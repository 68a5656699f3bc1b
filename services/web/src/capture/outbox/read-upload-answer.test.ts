import { expect, test } from '@jest/globals';
import { readUploadAnswer } from './read-upload-answer.ts';

test('a ticket is stored only where the answer names it', () => {
  expect(readUploadAnswer(201, '{"ticket":{"id":"t1"}}')).toEqual({ kind: 'stored', ticketId: 't1' });
  expect(readUploadAnswer(200, '{"ticket":{"id":"t1"}}')).toEqual({ kind: 'stored', ticketId: 't1' });
  expect(readUploadAnswer(200, '<html>Welcome to the motel Wi-Fi</html>')).toEqual({ kind: 'try-later' });
});

test('a refusal carries the code and the sentence of the server', () => {
  const refusal = { code: 'image_too_small', title: 'The photo is too small to read.', detail: 'Photo 2.' };
  const body = JSON.stringify({ ...refusal, status: 422 });
  expect(readUploadAnswer(422, body)).toEqual({
    kind: 'refused',
    refusal,
  });
});

test('no signal, a busy server and a broken one are tried again', () => {
  for (const status of [0, 408, 429, 500, 502, 503]) {
    expect(readUploadAnswer(status, '')).toEqual({ kind: 'try-later' });
  }
});

test('a session that ended keeps the photos and asks to sign in', () => {
  expect(readUploadAnswer(401, '{"title":"Please sign in."}')).toEqual({ kind: 'signed-out' });
  expect(readUploadAnswer(403, '{"title":"Set one up.","code":"second_factor_needed"}')).toEqual({
    kind: 'signed-out',
  });
});

test('a refusal by something that is not our server is tried again', () => {
  expect(readUploadAnswer(403, 'Blocked by proxy')).toEqual({ kind: 'try-later' });
});

import { expect, test } from '@jest/globals';
import { readUploadAnswer } from './read-upload-answer.ts';

const problem = (code: string, more: object = {}) => JSON.stringify({ code, title: 'A sentence.', ...more });

test('a refusal carries the code and the sentence of the server', () => {
  expect(readUploadAnswer(422, problem('image_too_small', { detail: 'Photo 2.', status: 422 }))).toEqual({
    kind: 'refused',
    refusal: { code: 'image_too_small', title: 'A sentence.', detail: 'Photo 2.' },
  });
});

test('no signal, a busy server and a broken one are tried again, when the server says', () => {
  expect(readUploadAnswer(0, '')).toEqual({ kind: 'waits', trouble: { kind: 'no_connection' } });
  for (const status of [408, 429, 500, 502, 503]) {
    expect(readUploadAnswer(status, '')).toEqual({ kind: 'waits', trouble: { kind: 'server_busy' } });
  }
  expect(readUploadAnswer(503, problem('too_busy'), '30')).toMatchObject({ kind: 'waits', retryAfterMs: 30_000 });
  expect(readUploadAnswer(503, '', 'Wed, 21 Oct 2026 07:28:00 GMT')).not.toHaveProperty('retryAfterMs');
});

test('a session that ended keeps the photos and asks to sign in', () => {
  expect(readUploadAnswer(401, problem('not_signed_in'))).toEqual({ kind: 'paused', paused: 'signed_out' });
  expect(readUploadAnswer(403, problem('second_factor_needed'))).toEqual({ kind: 'paused', paused: 'second_factor' });
});

test('what is held by the company says so and waits: nothing is wrong with the photos', () => {
  for (const [status, code] of [
    [402, 'plan_limit'],
    [403, 'plan_limit'],
    [403, 'read_only'],
  ] as const) {
    expect(readUploadAnswer(status, problem(code))).toEqual({
      kind: 'waits',
      trouble: { kind: 'held_by_company', code, title: 'A sentence.' },
    });
  }
});

test('whatever is not our server refuses nothing and stores nothing', () => {
  for (const status of [200, 201, 401, 403, 404, 413, 511]) {
    expect(readUploadAnswer(status, '<html>Welcome to the motel Wi-Fi</html>').kind).toBe('waits');
  }
});

test('where phone and server differ over a photo, the phone asks how far the server is', () => {
  expect(readUploadAnswer(409, problem('upload_offset'))).toEqual({ kind: 'ask_again' });
  expect(readUploadAnswer(404, problem('not_found'))).toEqual({ kind: 'ask_again' });
});

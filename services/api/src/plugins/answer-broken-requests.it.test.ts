import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemIn, sendRawRequest } from '../../test/send-raw-request.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const host = 'Host: 127.0.0.1';

test.each([
  ['an address that cannot be decoded', ['GET /%zz HTTP/1.1', host], 400, 'bad_request'],
  ['headers without end', ['GET / HTTP/1.1', host, `X-Long: ${'a'.repeat(40_000)}`], 413, 'request_too_large'],
  ['something that is not HTTP', ['HELLO'], 400, 'bad_request'],
])('%s is answered with a problem document', async (_what, lines, status, code) => {
  const answer = await sendRawRequest(api.url, lines);
  expect([answer.status, problemIn(answer).code, problemIn(answer).status]).toEqual([status, code, status]);
});

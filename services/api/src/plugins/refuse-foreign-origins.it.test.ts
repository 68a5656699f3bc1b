import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemIn, sendRawRequest } from '../../test/send-raw-request.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let local: TestApi;
let named: TestApi;
let phone: TestApi;
beforeAll(async () => {
  local = await startTestApi();
  named = await startTestApi({ publicUrl: 'https://tickets.example' });
  phone = await startTestApi({ publicUrl: 'http://192.0.2.7:3000' });
});
afterAll(async () => {
  await local?.close();
  await named?.close();
  await phone?.close();
});

const get = (api: TestApi, path: string, host: string) =>
  sendRawRequest(api.url, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);

/** Asks for a change that nobody may make without a session: 401 says that its origin was let in. */
const change = async (api: TestApi, host: string, origin: string) => {
  const lines = ['POST /v1/tickets/x/approve HTTP/1.1', `Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 0'];
  const answer = await sendRawRequest(api.url, lines);
  return answer.status === 403 ? problemIn(answer).code : 'let in';
};

test('a name that was made to point at this machine gets nothing, whatever it asks for', async () => {
  for (const path of ['/v1/server', '/v1/me', '/', '/v1/openapi.json']) {
    const answer = await get(local, path, 'evil.example:3000');
    expect([path, answer.status, problemIn(answer).code]).toEqual([path, 403, 'wrong_origin']);
  }
  expect(await change(local, 'evil.example', 'http://evil.example')).toBe('wrong_origin');
  expect(await change(named, 'evil.example', 'https://evil.example')).toBe('wrong_origin');
});

test('health answers under any name', async () => {
  expect((await get(named, '/health/live', 'api')).status).toBe(200);
  expect((await get(local, '/health/ready', 'a-load-balancer.internal')).status).toBe(200);
});

test('pages are answered under the public name, the loopback names and the address that was called', async () => {
  for (const host of ['tickets.example', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
    expect([host, (await get(named, '/v1/server', host)).status]).toEqual([host, 200]);
  }
  expect((await get(named, '/v1/server', '203.0.113.9')).status).toBe(403);
});

test('the public origin is let in whatever the proxy made of the Host', async () => {
  expect(await change(named, 'tickets.example', 'https://tickets.example')).toBe('let in');
  expect(await change(named, '127.0.0.1:3000', 'https://tickets.example')).toBe('let in');
  expect(await change(named, 'tickets.example', 'http://tickets.example')).toBe('wrong_origin');
  expect(await change(named, 'localhost:3000', 'https://localhost:3000')).toBe('wrong_origin');
});

test('on this machine every loopback name is the same place, on the same port', async () => {
  expect(await change(local, '127.0.0.1', 'http://localhost')).toBe('let in');
  expect(await change(local, '127.0.0.1:4567', 'http://127.0.0.1:4567')).toBe('let in');
  expect(await change(local, '127.0.0.1:4567', 'http://127.0.0.1:9999')).toBe('wrong_origin');
  expect(await change(local, '127.0.0.1', 'null')).toBe('wrong_origin');
});

test('with phones on the local network, this machine itself may still call it localhost', async () => {
  expect(await change(phone, '192.0.2.7:3000', 'http://192.0.2.7:3000')).toBe('let in');
  expect(await change(phone, 'localhost:3000', 'http://localhost:3000')).toBe('let in');
  expect(await change(phone, '192.0.2.7:3000', 'http://localhost:3000')).toBe('wrong_origin');
});

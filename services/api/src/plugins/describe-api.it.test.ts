import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

test('the API describes itself, and the description can be read in a browser', async () => {
  const response = await fetch(`${api.url}/v1/openapi.json`);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('"openapi":"3.1.1"');
  for (const path of ['/v1/tickets', '/v1/tickets/{ticketId}/values', '/v1/exports/tickets.csv', '/v1/me']) {
    expect(text).toContain(`"${path}"`);
  }
  const page = await fetch(`${api.url}/v1/reference`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('health answers, and says that it is not ready when the database is gone', async () => {
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
  await api.parts.db.destroy();
  const gone = await fetch(`${api.url}/health/ready`);
  expect(gone.status).toBe(503);
  expect(await gone.text()).toContain('not_ready');
});

test('promise TP-1 and TP-2: pages load nothing from elsewhere and may not ask for a position', async () => {
  const { headers } = await fetch(`${api.url}/anything`);
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('content-security-policy')).not.toMatch(/https?:/);
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { imageMediaTypeSchema } from '@ticket-pros/contracts/upload';
import { z } from 'zod';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const contentSchema = z.record(
  z.string(),
  z.object({ schema: z.looseObject({ required: z.array(z.string()).optional() }) }),
);
const operationSchema = z.object({
  security: z.array(z.unknown()).optional(),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
});
const descriptionSchema = z.object({
  components: z.object({ securitySchemes: z.unknown() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

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

test('the description tells the session, problems, the upload and every kind of answer', async () => {
  const description = descriptionSchema.parse(await (await fetch(`${api.url}/v1/openapi.json`)).json());
  expect(description.components.securitySchemes).toEqual({
    session: { type: 'apiKey', in: 'cookie', name: 'ticket-pros.session_token' },
    apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'tp_…', description: expect.any(String) },
  });
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );
  expect(operations.length).toBeGreaterThan(14);
  for (const { name, responses } of operations) {
    const { required } = responses.default?.content?.['application/problem+json']?.schema ?? {};
    expect([name, required]).toEqual([name, ['type', 'title', 'status', 'code']]);
  }
  const operation = (wanted: string) => operations.find(({ name }) => name === wanted);
  const opensWith: [string, object[]][] = [
    ['get /v1/server', []],
    ['get /v1/me', [{ session: [] }]],
    ['get /v1/api-keys', [{ session: [] }]],
    ['get /v1/tickets', [{ session: [] }, { apiKey: ['tickets.read'] }]],
    ['post /v1/tickets', [{ session: [] }, { apiKey: ['tickets.capture'] }]],
    ['get /v1/audit.csv', [{ session: [] }, { apiKey: ['audit.read'] }]],
  ];
  for (const [name, security] of opensWith) expect([name, operation(name)?.security]).toEqual([name, security]);
  const upload = operation('post /v1/tickets')?.requestBody?.content?.['multipart/form-data']?.schema;
  expect(upload?.required).toEqual(['manifest', 'image']);
  expect(JSON.stringify(upload)).toContain('uploadId');
  const answers: [string, string[]][] = [
    ['get /v1/exports/tickets.csv', ['text/csv']],
    ['get /v1/exports/tickets.json', ['application/json']],
    ['get /v1/audit.csv', ['text/csv']],
    ['get /v1/events', ['text/event-stream']],
    ['get /v1/tickets/{ticketId}/images/{imageId}/{rendition}', imageMediaTypeSchema.options],
    ['get /v1/tickets', ['application/json']],
  ];
  for (const [name, mediaTypes] of answers) {
    expect([name, Object.keys(operation(name)?.responses['200']?.content ?? {})]).toEqual([name, mediaTypes]);
  }
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

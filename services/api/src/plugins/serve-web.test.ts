import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { refuseForeignOrigins } from './refuse-foreign-origins.ts';
import { sendSecurityHeaders } from './send-security-headers.ts';
import { serveWeb } from './serve-web.ts';

let folder: string;
let app: FastifyInstance;

async function start(serviceWorker: 'on' | 'off'): Promise<FastifyInstance> {
  const started = Fastify();
  refuseForeignOrigins(started, 'https://tickets.example.com');
  await sendSecurityHeaders(started, { https: true });
  await serveWeb(started, { WEB_FOLDER: folder, SERVICE_WORKER: serviceWorker });
  return started;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-web-'));
  await mkdir(join(folder, 'assets'));
  const files = {
    'index.html': 'office',
    'capture.html': 'capture',
    'service-worker.js': 'worker',
    'service-worker-off.js': 'removes itself',
    'assets/capture-1.js': 'script',
    'assets/capture-1.js.br': 'script in brotli',
    'assets/capture-1.js.gz': 'script in gzip',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  app = await start('on');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const host = 'tickets.example.com';

test('files go out compressed as the browser takes them, and stay for good where their name has a hash', async () => {
  const get = (encoding: string) =>
    app.inject({ url: '/assets/capture-1.js', headers: { host, 'accept-encoding': encoding } });
  const answers = [await get('gzip, deflate, br'), await get('gzip'), await get('identity')];
  expect(answers.map(({ body, headers }) => [body, headers['content-encoding']])).toEqual([
    ['script in brotli', 'br'],
    ['script in gzip', 'gzip'],
    ['script', undefined],
  ]);
  for (const { headers } of answers) {
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers.vary).toMatch(/accept-encoding/i);
  }
});

test('the service worker is looked up anew each time, and can be switched off', async () => {
  const ask = { url: '/service-worker.js', headers: { host } };
  const worker = await app.inject(ask);
  expect(worker.body).toBe('worker');
  expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache' });
  const off = await start('off');
  const removed = await off.inject(ask);
  expect(removed.body).toBe('removes itself');
  expect(removed.headers).toMatchObject({ 'cache-control': 'no-cache' });
  expect(removed.headers['content-type']).toMatch(/^(text|application)\/javascript/);
  await off.close();
});

test('files shared to a phone without a service worker lead to the capture page, which says so', async () => {
  const share = await app.inject({
    method: 'POST',
    url: '/capture/share',
    headers: { host, origin: 'null', 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.alloc(3 * 1024 * 1024),
  });
  expect([share.statusCode, share.headers.location]).toEqual([303, '/capture?handed-in=failed']);
  const elsewhere = await app.inject({ method: 'POST', url: '/capture', headers: { host, origin: 'null' } });
  expect(elsewhere.statusCode).not.toBe(303);
});

test('promise TP-2: of all that a page could ask the phone for, it may ask for the camera alone', async () => {
  const { headers } = await app.inject({ url: '/capture', headers: { host } });
  expect(headers['permissions-policy']).toBe('camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
  expect(headers['content-security-policy']).toContain("worker-src 'self'");
});

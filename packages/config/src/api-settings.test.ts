import { expect, test } from '@jest/globals';
import { readApiSettings } from './api-settings.ts';
import { readWorkerSettings } from './worker-settings.ts';

const good = {
  DATABASE_URL: 'postgres://app@127.0.0.1/tickets',
  DATABASE_AUTH_URL: 'postgres://auth@127.0.0.1/tickets',
  DATABASE_QUEUE_URL: 'postgres://queue@127.0.0.1/tickets',
  STORAGE_FOLDER: '/tmp/objects',
  PUBLIC_URL: 'http://localhost:3000',
  AUTH_SECRET: 'x'.repeat(32),
  MAIL_SECRET: 'm'.repeat(32),
};

test('an environment that holds everything gives typed settings and the chosen connections', () => {
  const settings = readApiSettings({ ...good, PORT: '4000', LOG_LEVEL: '' });
  expect(settings.PORT).toBe(4000);
  expect(settings.LOG_LEVEL).toBe('info');
  expect(settings.queue).toEqual({ kind: 'postgres', url: good.DATABASE_QUEUE_URL });
  expect(settings.storage).toEqual({ kind: 'disk', folder: '/tmp/objects' });
});

test('Redis and Spaces win where they are set', () => {
  const settings = readApiSettings({
    ...good,
    REDIS_URL: 'rediss://cache:6379',
    SPACES_BUCKET: 'tickets',
    SPACES_ENDPOINT: 'https://nyc3.digitaloceanspaces.com',
    SPACES_REGION: 'nyc3',
    SPACES_KEY: 'k',
    SPACES_SECRET: 's',
  });
  expect(settings.queue.kind).toBe('redis');
  expect(settings.storage.kind).toBe('spaces');
});

test('every problem is listed at once', () => {
  expect(() => readApiSettings({ PORT: 'abc', AUTH_SECRET: 'short' })).toThrow(
    /MAIL_SECRET: is missing[\s\S]*DATABASE_URL: is missing[\s\S]*PORT[\s\S]*PUBLIC_URL[\s\S]*AUTH_SECRET: has to be 32/,
  );
});

test('a bucket without its keys names each missing key', () => {
  expect(() =>
    readWorkerSettings({
      ...good,
      DATABASE_WORKER_URL: good.DATABASE_URL,
      DATABASE_SWEEP_URL: good.DATABASE_URL,
      SPACES_BUCKET: 'b',
    }),
  ).toThrow(/SPACES_ENDPOINT[\s\S]*SPACES_SECRET/);
});

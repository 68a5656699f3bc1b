import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { CreateBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SpacesConnection } from '@ticket-pros/config/storage-settings';
import { findFreePort } from '@ticket-pros/testing/find-free-port';
import { missingCephPrograms, startCeph } from '@ticket-pros/testing/start-ceph';
import { buildApp } from 'fauxqs';
import { openSpacesStorage } from '../spaces-storage.ts';
import { describeStorageContract } from './storage-contract.ts';

type S3Server = Omit<SpacesConnection, 'bucket'> & { stop(): Promise<unknown> };

/** A quick stand-in for S3 that runs everywhere. It checks no signatures; Ceph does. */
async function startStandIn(): Promise<S3Server> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  return { endpoint, region: 'us-east-1', key: 'key', secret: 'secret', stop: () => app.close() };
}

function openClient({ endpoint, region, key, secret }: S3Server): S3Client {
  const credentials = { accessKeyId: key, secretAccessKey: secret };
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true });
}

async function makeBucket(server: S3Server): Promise<SpacesConnection> {
  const bucket = `tickets-${randomUUID()}`;
  const client = openClient(server);
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  const { endpoint, region, key, secret } = server;
  return { endpoint, region, key, secret, bucket };
}

/**
 * What the storage does on any S3 server: the contract, and what only a bucket can do. Answers where the started server
 * is found.
 */
function describeS3(start: () => Promise<S3Server>): () => S3Server {
  let started: S3Server | undefined;
  const server = () => {
    if (started === undefined) throw new Error('The S3 server did not start.');
    return started;
  };
  beforeAll(async () => {
    started = await start();
  }, 120_000);
  afterAll(() => started?.stop());

  describeStorageContract(async () => ({
    connection: { kind: 'spaces', ...(await makeBucket(server())) },
    stop: async () => {},
  }));

  test('more keys than a page holds are all listed', async () => {
    const storage = openSpacesStorage(await makeBucket(server()));
    const keys = Array.from({ length: 1050 }, (_, index) => `accounts/one/image-${index}`);
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map((key) => storage.put(key, Buffer.from('1'), 'image/jpeg')));
    }
    const listed = new Set<string>();
    for await (const key of storage.list('accounts/')) listed.add(key);
    expect(listed).toEqual(new Set(keys));
    await storage.close();
  });

  test('the object has its media type', async () => {
    const connection = await makeBucket(server());
    const storage = openSpacesStorage(connection);
    await storage.put('accounts/one/image', Buffer.from('1'), 'image/webp');
    const client = openClient(server());
    const head = await client.send(new HeadObjectCommand({ Bucket: connection.bucket, Key: 'accounts/one/image' }));
    expect(head.ContentType).toBe('image/webp');
    client.destroy();
    await storage.close();
  });

  test('a bucket that is not there is an error of the storage, not a missing object', async () => {
    const storage = openSpacesStorage({ ...(await makeBucket(server())), bucket: `other-${randomUUID()}` });
    await expect(storage.check()).rejects.toThrow('The bucket other-');
    await expect(storage.getBytes('accounts/one/image')).rejects.toEqual(
      expect.objectContaining({ name: 'NoSuchBucket' }),
    );
    await storage.close();
  });
  return server;
}

describe('the storage on an S3 stand-in', () => {
  describeS3(startStandIn);
});

const missing = missingCephPrograms();
if (missing.length > 0) {
  const lacking = `skipped: no ${missing.join(', ')} on this machine`;
  test.skip(`the storage on a real Ceph, which checks signatures (${lacking})`, () => {});
} else {
  describe('the storage on a real Ceph', () => {
    const ceph = describeS3(startCeph);

    test('with a wrong secret, nothing is read, written, listed or said to be ready', async () => {
      const connection = await makeBucket(ceph());
      const owner = openSpacesStorage(connection);
      await owner.put('accounts/one/image', Buffer.from('secret'), 'image/jpeg');
      const stranger = openSpacesStorage({ ...connection, secret: 'guessed' });
      const refused = expect.objectContaining({ name: 'SignatureDoesNotMatch' });
      await expect(stranger.getBytes('accounts/one/image')).rejects.toEqual(refused);
      await expect(stranger.put('accounts/one/other', Buffer.from('1'), 'image/jpeg')).rejects.toEqual(refused);
      await expect(stranger.delete('accounts/one/image')).rejects.toEqual(refused);
      await expect(stranger.list('accounts/')[Symbol.asyncIterator]().next()).rejects.toEqual(refused);
      await expect(stranger.check()).rejects.toThrow();
      expect(Buffer.from(await owner.getBytes('accounts/one/image')).toString()).toBe('secret');
      await Promise.all([owner.close(), stranger.close()]);
    });

    test('without a signature, an object is not to be had', async () => {
      const connection = await makeBucket(ceph());
      const storage = openSpacesStorage(connection);
      await storage.put('accounts/one/image', Buffer.from('secret'), 'image/jpeg');
      const answer = await fetch(`${connection.endpoint}/${connection.bucket}/accounts/one/image`);
      expect(answer.status).toBe(403);
      await storage.close();
    });
  });
}

describe('an S3 server that is away', () => {
  const connection = { region: 'default', bucket: 'tickets', key: 'key', secret: 'secret' };

  test('fails the check instead of keeping it waiting', async () => {
    const storage = openSpacesStorage({ ...connection, endpoint: `http://127.0.0.1:${await findFreePort()}` });
    await expect(storage.check()).rejects.toThrow(/^The bucket tickets at http/);
    await storage.close();
  });

  test('that takes the connection but never answers fails the check as well', async () => {
    const port = await findFreePort();
    const silent = createServer().listen(port, '127.0.0.1');
    const storage = openSpacesStorage({ ...connection, endpoint: `http://127.0.0.1:${port}` });
    await expect(storage.check()).rejects.toThrow(/^The bucket tickets at http/);
    await storage.close();
    silent.close();
  });
});

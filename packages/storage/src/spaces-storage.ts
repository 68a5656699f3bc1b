import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { SpacesConnection } from '@ticket-pros/config/storage-settings';
import { checkObjectKey, checkPrefix } from './object-key.ts';
import { ObjectMissingError } from './object-missing-error.ts';
import type { Storage } from './storage.ts';

const timeouts = {
  connectionTimeout: 5_000,
  socketTimeout: 30_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
};
const checkTimeout = 5_000;
const attempts = 4;

/**
 * Storage in a bucket of DigitalOcean Spaces, or of another S3 server. Objects are private; the bucket has to exist.
 */
export function openSpacesStorage({ endpoint, region, bucket, key, secret }: SpacesConnection): Storage {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    // Spaces has a host name for each bucket; other servers seldom have the DNS for that.
    forcePathStyle: !isDigitalOcean(endpoint),
    // The checksums that the SDK adds by itself break uploads to Ceph, which Spaces runs on.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: attempts,
    requestHandler: timeouts,
  });

  async function getBody(objectKey: string) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: checkObjectKey(objectKey) }));
      if (Body !== undefined) return Body;
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
    }
    throw new ObjectMissingError(objectKey);
  }

  return {
    async put(objectKey, bytes, mediaType) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: checkObjectKey(objectKey),
          Body: bytes,
          ContentLength: bytes.length,
          ContentType: mediaType,
          ACL: 'private',
        }),
      );
    },

    async get(objectKey) {
      const body = await getBody(objectKey);
      if (body instanceof Readable) return body;
      throw new TypeError('The S3 client answered with something that is no stream of Node.');
    },

    async getBytes(objectKey) {
      return (await getBody(objectKey)).transformToByteArray();
    },

    async delete(objectKey) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: checkObjectKey(objectKey) }));
    },

    async *list(prefix) {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: checkPrefix(prefix) })) {
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      }
    },

    async check() {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }), {
          abortSignal: AbortSignal.timeout(checkTimeout),
        });
      } catch (error) {
        // Answers to HEAD carry no text, so the client's own message says nothing.
        throw new Error(`The bucket ${bucket} at ${endpoint} does not answer as it should.`, { cause: error });
      }
    },

    async close() {
      client.destroy();
    },
  };
}

function isDigitalOcean(endpoint: string): boolean {
  return new URL(endpoint).hostname.endsWith('.digitaloceanspaces.com');
}

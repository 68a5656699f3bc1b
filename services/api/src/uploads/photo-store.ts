import type { Readable } from 'node:stream';
import type { PhotoManifest } from '@ticket-pros/contracts/upload';
import { DataStore, Upload } from '@tus/server';
import type { FastifyBaseLogger } from 'fastify';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { beginPhoto } from './begin-photo.ts';
import { findPhoto, type PhotoToReceive } from './find-photo.ts';
import { finishTicket } from './finish-ticket.ts';
import { stageBytes } from './stage-bytes.ts';
import { storePhoto } from './store-photo.ts';
import { readUploadName, writeUploadName } from './upload-name.ts';

/** As much of a photo as is held in memory before it is kept: what a crash of the API costs the phone at the most. */
export const pieceBytes = 1024 * 1024;

type UploadRequest = {
  parts: Pick<ApiParts, 'db' | 'storage' | 'queue'>;
  asker: Asker;
  log: FastifyBaseLogger;
  /** Whether bytes come with the request. */
  bringsBytes: boolean;
};

/**
 * What the tus server keeps photos in, made for one request and its asker. A photo that comes whole in one request is stored at once; of
 * one that breaks off, what arrived is staged.
 */
export class PhotoStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload'];
  /** Set by the server's naming function, which sees the metadata first. */
  manifest: PhotoManifest | null = null;
  readonly #request: UploadRequest;
  #photo: PhotoToReceive | null = null;
  #byteLength = 0;

  constructor(request: UploadRequest) {
    super();
    this.#request = request;
  }

  /** POST. Throws as beginPhoto does. */
  override async create(upload: Upload): Promise<Upload> {
    const { parts, asker, log } = this.#request;
    if (this.manifest === null || upload.size === undefined) throw new ProblemError('invalid_manifest');
    try {
      this.#photo = await beginPhoto(parts, asker.scope, { manifest: this.manifest, byteLength: upload.size });
    } catch (error) {
      // All of it may be here, stored by a request that broke off right then.
      if (error instanceof ProblemError && error.code === 'upload_offset') {
        await finishTicket(parts, log, asker, this.manifest.uploadId);
      }
      throw error;
    }
    this.#byteLength = upload.size;
    if (!this.#request.bringsBytes && this.#photo.byteLength === null) await this.#stage(this.#photo, 0, []);
    return upload;
  }

  /** HEAD and PATCH. Throws `not_found` for what never began, was removed, or is not the asker's. */
  override async getUpload(id: string): Promise<Upload> {
    const { parts, asker, log } = this.#request;
    const name = readUploadName(id);
    const photo = name === null ? null : await findPhoto(parts.db, asker.scope, name);
    if (photo === null || photo.byteLength === null) throw new ProblemError('not_found');
    if (photo.isStored) await finishTicket(parts, log, asker, photo.uploadId);
    this.#photo = photo;
    this.#byteLength = photo.byteLength;
    return new Upload({ id, size: photo.byteLength, offset: photo.received });
  }

  /** Takes bytes from `start` on. @returns how far the photo is here. The last bytes of a photo are never staged. */
  override async write(body: Readable, _id: string, start: number): Promise<number> {
    const { parts, asker } = this.#request;
    const photo = this.#photo;
    if (photo === null) throw new ProblemError('not_found');
    if (photo.isStored) return start;
    const byteLength = this.#byteLength;
    let safe = start;
    let held: Uint8Array[] = [];
    let heldBytes = 0;
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('The body is no bytes.');
      held.push(chunk);
      heldBytes += chunk.byteLength;
      if (heldBytes < pieceBytes || safe + heldBytes >= byteLength) continue;
      await this.#stage(photo, safe, held);
      safe += heldBytes;
      held = [];
      heldBytes = 0;
    }
    if (safe + heldBytes === byteLength) {
      await storePhoto(parts, asker.scope, { photo, start: safe, last: held });
      return byteLength;
    }
    if (heldBytes > 0 || photo.byteLength === null) await this.#stage(photo, safe, held);
    return safe + heldBytes;
  }

  #stage(photo: PhotoToReceive, start: number, bytes: Uint8Array[]): Promise<void> {
    const { parts, asker } = this.#request;
    const staged = { photo, byteLength: this.#byteLength, start, bytes: Buffer.concat(bytes) };
    return stageBytes(parts.db, parts.storage, asker.scope, staged);
  }

  /** The name of the photo that a POST begins. */
  nameOf(manifest: PhotoManifest): string {
    this.manifest = manifest;
    return writeUploadName(manifest);
  }
}

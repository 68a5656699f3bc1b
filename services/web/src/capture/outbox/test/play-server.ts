import type { UploadReceipt } from '@ticket-pros/contracts/upload';

interface HeldPhoto {
  length: number;
  bytes: Buffer;
  isWhole: boolean;
}

interface HeldUpload {
  memberId: string;
  hashes: string[];
  photos: Map<number, HeldPhoto>;
  receipt: UploadReceipt | null;
}

/** Answers as the API does to uploads, without a network in between; what it does is as quick as the phone's own code. */
export interface PlayServer {
  answer: (url: string, init: RequestInit, cutAfter?: number) => Promise<Response>;
  /** Whose session the browser has; null answers 401 to everything. */
  signedIn: string | null;
  receipts: () => UploadReceipt[];
  /** Of photos, cut off ones included. */
  bytesReceived: () => number;
  /** Forgets what is not whole, as the server does after a day. */
  forgetUnfinished: () => void;
}

export function playServer(memberId: string): PlayServer {
  const uploads = new Map<string, HeldUpload>();
  let bytesReceived = 0;

  const problem = (status: number, code: string) => Response.json({ code, title: `It said ${code}.` }, { status });

  const take = async (upload: HeldUpload, uploadId: string, page: number, bytes: Uint8Array, cutAfter?: number) => {
    const photo = upload.photos.get(page);
    if (!photo) return problem(404, 'not_found');
    photo.bytes = Buffer.concat([photo.bytes, bytes.subarray(0, cutAfter)]);
    bytesReceived += Math.min(bytes.length, cutAfter ?? bytes.length);
    if (photo.bytes.length === photo.length) {
      const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(photo.bytes));
      if (Buffer.from(digest).toString('hex') !== upload.hashes[page]) {
        uploads.delete(uploadId);
        return problem(422, 'hash_mismatch');
      }
      photo.isWhole = true;
    }
    const isReceived = upload.hashes.every((_, one) => upload.photos.get(one)?.isWhole);
    if (isReceived) {
      upload.receipt ??= {
        uploadId,
        ticketId: crypto.randomUUID(),
        receivedAt: new Date().toISOString(),
        images: upload.hashes.map((sha256) => ({ sha256, storedSha256: sha256 })),
      };
    }
    const headers = { 'upload-offset': String(photo.bytes.length), location: `/v1/uploads/${uploadId}.${page}` };
    if (isReceived) return Response.json(upload.receipt, { status: 201, headers });
    return new Response(null, { status: 204, headers });
  };

  const server: PlayServer = {
    signedIn: memberId,
    receipts: () => [...uploads.values()].flatMap(({ receipt }) => receipt ?? []),
    bytesReceived: () => bytesReceived,
    forgetUnfinished: () => {
      for (const [uploadId, { receipt }] of uploads) if (receipt === null) uploads.delete(uploadId);
    },
    async answer(url, { method = 'GET', headers: given, body }, cutAfter) {
      const headers = new Headers(given);
      const path = new URL(url).pathname;
      if (server.signedIn === null) return problem(401, 'not_signed_in');
      if (path === '/v1/me') return Response.json({ member: { id: server.signedIn }, seeingAs: null });
      const bytes = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : new Uint8Array();
      const [, uploadId = '', tail = ''] = /^\/v1\/uploads\/([^./]+)[./](.+)$/.exec(path) ?? [];
      const held = uploads.get(uploadId);
      if (method === 'GET') return held?.receipt ? Response.json(held.receipt) : problem(404, 'not_found');
      if (method === 'POST') {
        const [, encoded = ''] = headers.get('upload-metadata')?.split(' ') ?? [];
        const manifest = JSON.parse(Buffer.from(encoded, 'base64').toString());
        if (manifest.memberId !== server.signedIn) return problem(401, 'not_signed_in');
        const hashes: string[] = manifest.images.map((image: { sha256: string }) => image.sha256);
        const upload = uploads.get(manifest.uploadId) ?? { memberId, hashes, photos: new Map(), receipt: null };
        if (upload.hashes.join() !== hashes.join()) return problem(409, 'upload_id_reused');
        if (upload.photos.get(manifest.page)?.bytes.length) return problem(409, 'upload_offset');
        uploads.set(manifest.uploadId, upload);
        const length = Number(headers.get('upload-length'));
        upload.photos.set(manifest.page, { length, bytes: Buffer.of(), isWhole: false });
        return take(upload, manifest.uploadId, manifest.page, bytes, cutAfter);
      }
      const photo = held?.photos.get(Number(tail));
      if (!held || !photo) return problem(404, 'not_found');
      if (method === 'HEAD') {
        const told = { 'upload-offset': String(photo.bytes.length), 'upload-length': String(photo.length) };
        return new Response(null, { status: 200, headers: told });
      }
      if (Number(headers.get('upload-offset')) !== photo.bytes.length) return problem(409, 'upload_offset');
      return take(held, uploadId, Number(tail), bytes, cutAfter);
    },
  };
  return server;
}

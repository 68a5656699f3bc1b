import { once } from 'node:events';
import { connect } from 'node:net';
import type { PhotoManifestInput } from '@ticket-pros/contracts/upload';
import { sha256Of } from './send-test-upload.ts';
import type { Person } from './start-test-api.ts';

export type TestPhoto = {
  uploadId: string;
  /** Every photo of the ticket. */
  images: Uint8Array[];
  page?: number;
  /** What the manifest says beside or instead of the truth. */
  manifest?: Partial<PhotoManifestInput>;
};

const tus = { 'tus-resumable': '1.0.0' };
const bytesType = { 'content-type': 'application/offset+octet-stream' };

export const addressOf = ({ uploadId, page = 0 }: Pick<TestPhoto, 'uploadId' | 'page'>) =>
  `/v1/uploads/${uploadId}.${page}`;

/** The bytes of the photo that is meant. */
export const bytesOf = ({ images, page = 0 }: TestPhoto): Uint8Array => images[page] ?? new Uint8Array();

function headersToBegin(photo: TestPhoto): Record<string, string> {
  const { uploadId, images, page = 0 } = photo;
  const manifest = { uploadId, page, images: images.map((bytes) => ({ sha256: sha256Of(bytes) })), ...photo.manifest };
  return {
    ...tus,
    'upload-length': String(bytesOf(photo).byteLength),
    'upload-metadata': `manifest ${Buffer.from(JSON.stringify(manifest)).toString('base64')}`,
  };
}

/** For tests: begins a photo as a phone does, with all of its bytes, some, or none. */
export function beginPhoto(person: Person, photo: TestPhoto, bytes: Uint8Array = bytesOf(photo)): Promise<Response> {
  const body = bytes.byteLength === 0 ? {} : { body: Uint8Array.from(bytes) };
  const headers = { ...headersToBegin(photo), ...(bytes.byteLength === 0 ? {} : bytesType) };
  return person.fetch('/v1/uploads', { method: 'POST', headers, ...body });
}

/** For tests: sends bytes from an offset on. */
export function sendBytes(person: Person, photo: TestPhoto, offset: number, end?: number): Promise<Response> {
  return person.fetch(addressOf(photo), {
    method: 'PATCH',
    headers: { ...tus, ...bytesType, 'upload-offset': String(offset) },
    body: Uint8Array.from(bytesOf(photo).subarray(offset, end)),
  });
}

export const askOffset = (person: Person, photo: Pick<TestPhoto, 'uploadId' | 'page'>): Promise<Response> =>
  person.fetch(addressOf(photo), { method: 'HEAD', headers: tus });

export const askReceipt = (person: Person, uploadId: string): Promise<Response> =>
  person.fetch(`/v1/uploads/${uploadId}/receipt`);

/** For tests: a request of a phone whose connection breaks after so many bytes of the photo. */
export async function breakOff(
  url: string,
  person: Person,
  photo: TestPhoto,
  { from, sent }: { from: number | null; sent: number },
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const bytes = bytesOf(photo).subarray(from ?? 0);
  const headers: Record<string, string> = {
    ...(from === null ? headersToBegin(photo) : { ...tus, 'upload-offset': String(from) }),
    ...bytesType,
    host,
    cookie: person.cookie,
    'content-length': String(bytes.byteLength),
  };
  const socket = connect(Number(port), hostname);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`${from === null ? 'POST /v1/uploads' : `PATCH ${addressOf(photo)}`} HTTP/1.1\r\n${lines.join('')}\r\n`);
  await new Promise<void>((resolve) => {
    socket.write(bytes.subarray(0, sent), () => resolve());
  });
  socket.destroy();
}

/** For tests: sends a whole ticket in halves of photos, from wherever it is, as a phone that asks first does. @returns the receipt's answer. */
export async function sendResumably(
  person: Person,
  { uploadId, images }: Pick<TestPhoto, 'uploadId' | 'images'>,
): Promise<Response> {
  for (const page of images.keys()) {
    const photo = { uploadId, images, page };
    const { byteLength } = bytesOf(photo);
    for (let offset = -1; offset < byteLength; ) {
      const asked = await askOffset(person, photo);
      if (asked.status !== 200 && asked.status !== 404) return asked;
      offset = asked.status === 404 ? -1 : Number(asked.headers.get('upload-offset'));
      if (offset === byteLength) break;
      const half = Math.ceil(byteLength / 2);
      const sent =
        offset < 0
          ? await beginPhoto(person, photo, bytesOf(photo).subarray(0, half))
          : await sendBytes(person, photo, offset);
      if (!sent.ok && sent.status !== 409) return sent;
    }
  }
  return askReceipt(person, uploadId);
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** A drawn ticket of the demo: its picture and the upload id that it is always sent with, so that sending it again changes nothing. */
export type Sample = { name: string; uploadId: string; sha256: string; bytes: Uint8Array<ArrayBuffer> };

const folder = new URL('../../../packages/testing/fixtures/tickets/', import.meta.url);

/** The sample tickets, in the order of their names. */
export async function readSamples(): Promise<Sample[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = Uint8Array.from(await readFile(new URL(name, folder)));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name, uploadId: uuidFrom(`demo ${name}`), sha256, bytes };
    }),
  );
}

/** A UUID that is always the same for the same name (RFC 9562, version 8: the bits of a SHA-256). */
function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

import { parentPort, workerData } from 'node:worker_threads';
import { DecodeRefusal, type OpenFile } from './decoder.ts';
import { limitWasmMemory } from './limit-wasm-memory.ts';
import { openHeic } from './open-heic.ts';
import type { ThreadTask } from './open-in-thread.ts';
import { openPdf } from './open-pdf.ts';

// This file runs in a thread that serves one file: it tells how many pages there are, then sends each page it is asked for.

/** A decoder gets by with this much; at the limit it is refused more and says so. */
const mostBytes = 512 * 1024 * 1024;

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');
limitWasmMemory(mostBytes);
const { format, bytes, limits, pixels }: ThreadTask = workerData;

async function start(): Promise<OpenFile | null> {
  try {
    const file = await (format === 'heic' ? openHeic(bytes, limits, pixels) : openPdf(bytes, limits, pixels));
    port?.postMessage({ kind: 'opened', pages: file.pages });
    return file;
  } catch (error) {
    refuse(error);
    return null;
  }
}

const file = await start();
port.on('message', async (page: number) => {
  try {
    if (file === null) throw new DecodeRefusal('image_damaged');
    const { data, width, height } = await file.readPage(page);
    const pixels = ownPixels(data);
    port.postMessage({ kind: 'page', data: pixels, width, height }, [pixels.buffer]);
  } catch (error) {
    refuse(error);
  }
});

/** Pixels that can be handed over; those in the decoder's own memory have to be copied out of it. */
function ownPixels(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = data;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === data.byteLength;
  return isOwn ? new Uint8Array(buffer) : Uint8Array.from(data);
}

function refuse(error: unknown): void {
  const reason = error instanceof DecodeRefusal ? error.reason : 'image_damaged';
  port?.postMessage({ kind: 'refused', reason, message: String(error) });
}

import { isUint8Array } from 'node:util/types';
import { Worker } from 'node:worker_threads';
import { photoFailureSchema } from '@ticket-pros/contracts/failure-code';
import { z } from 'zod';
import { type DecodeLimits, DecodeRefusal, type OpenFile, type PixelKind } from './decoder.ts';

const threadFile = new URL('decoder-thread.ts', import.meta.url);
/** For opening a file, and for each of its pages. */
const timeoutMs = 30_000;

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), pages: z.number().int().min(0) }),
  z.object({
    kind: z.literal('page'),
    data: z.custom<Uint8Array>(isUint8Array),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('refused'), reason: photoFailureSchema, message: z.string() }),
]);
type Answer = z.infer<typeof answerSchema>;

/** What the thread is started with. */
export type ThreadTask = { format: ThreadFormat; bytes: Uint8Array; limits: DecodeLimits; pixels: PixelKind };
export type ThreadFormat = 'heic' | 'pdf';

/**
 * Opens a file with a decoder in WebAssembly, in a thread of its own that ends with the file: a decoder that loops is
 * stopped, one that crashes takes nothing along, and its memory is given back.
 */
export async function openInThread(
  format: ThreadFormat,
  bytes: Uint8Array,
  limits: DecodeLimits,
  pixels: PixelKind = 'grey',
): Promise<OpenFile> {
  const copy = Uint8Array.from(bytes);
  const task: ThreadTask = { format, bytes: copy, limits, pixels };
  const thread = new Worker(threadFile, {
    workerData: task,
    transferList: [copy.buffer],
    execArgv: [],
    // decoders talk to the console about damaged files
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  // its end is told to whoever waits for an answer; an error between answers must not end the process
  thread.on('error', () => {});
  const close = async (): Promise<void> => {
    await thread.terminate();
  };
  try {
    const opened = await answerOf(thread);
    if (opened.kind !== 'opened') throw new DecodeRefusal('image_damaged');
    return {
      pages: opened.pages,
      async readPage(page) {
        thread.postMessage(page);
        const answer = await answerOf(thread);
        if (answer.kind !== 'page') throw new DecodeRefusal('image_damaged');
        return { data: answer.data, width: answer.width, height: answer.height };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answerOf(thread: Worker): Promise<Exclude<Answer, { kind: 'refused' }>> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const onEnd = (): void => reject(new DecodeRefusal('image_damaged'));
  const timer = setTimeout(() => reject(new DecodeRefusal('file_too_slow')), timeoutMs);
  thread.once('message', resolve).once('error', onEnd).once('exit', onEnd);
  try {
    const answer = answerSchema.parse(await promise);
    if (answer.kind === 'refused') throw new DecodeRefusal(answer.reason, answer.message);
    return answer;
  } finally {
    clearTimeout(timer);
    thread.off('message', resolve).off('error', onEnd).off('exit', onEnd);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { ticketCountsSchema, uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { readSamples, type Sample } from './read-samples.ts';

const patienceMs = 15 * 60_000;

type Progress = (done: number, of: number) => void;

/** Sends the sample tickets to the running API as the demo's crew member does, through the front door. */
export async function sendSamples(url: string, password: string): Promise<{ cookie: string; sent: number }> {
  const cookie = await signIn(url, password);
  const samples = await readSamples();
  for (const sample of samples) await sendSample(url, cookie, sample);
  return { cookie, sent: samples.length };
}

/** Waits until the reader is done with every ticket of the crew member. Answers false when it takes too long. */
export async function waitUntilRead(url: string, cookie: string, onProgress: Progress): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/v1/tickets/counts`, { headers: { cookie } });
    const counts = ticketCountsSchema.parse(await response.json());
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const waiting = counts.received + counts.reading;
    onProgress(all - waiting, all);
    if (waiting === 0) return true;
    await wait(500);
  }
  return false;
}

async function signIn(url: string, password: string): Promise<string> {
  const crew = demoAccount.members.find((member) => member.role === 'crew');
  const response = await fetch(`${url}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: crew?.email, password }),
  });
  if (!response.ok) throw new Error(`The demo's crew member could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

async function sendSample(url: string, cookie: string, sample: Sample): Promise<void> {
  const body = new FormData();
  body.append('manifest', JSON.stringify({ uploadId: sample.uploadId, images: [{ sha256: sample.sha256 }] }));
  body.append('image', new Blob([sample.bytes], { type: 'image/jpeg' }), sample.name);
  const response = await fetch(`${url}/v1/tickets`, { method: 'POST', headers: { cookie }, body });
  if (!response.ok) throw new Error(`The sample ${sample.name} was refused: ${await response.text()}`);
  uploadAnswerSchema.parse(await response.json());
}

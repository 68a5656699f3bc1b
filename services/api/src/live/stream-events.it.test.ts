import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function listen(person: Person): Promise<{ heard: () => string; stop: () => void }> {
  const controller = new AbortController();
  const response = await person.fetch('/v1/events', { signal: controller.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
    } catch {
      // Ended by stop().
    }
  })();
  while (!text.includes('event: hello')) await wait(10);
  return { heard: () => text, stop: () => controller.abort() };
}

test('promise TP-3: a change is heard by those who may see the ticket, as an id, and by nobody else', async () => {
  const owner = await api.account('Hauling');
  const driver = await api.member(owner, 'crew');
  const beside = await api.member(owner, 'crew');
  const stranger = await api.account('Other company');
  const ears = await Promise.all([owner, driver, beside, stranger].map(listen));
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const { id } = await storeTicket(driver, { images: [image] });
  const deadline = Date.now() + 20_000;
  while (!ears.slice(0, 2).every((ear) => ear.heard().includes(id)) && Date.now() < deadline) await wait(20);
  expect(ears.map((ear) => ear.heard().includes(`event: ticket\ndata: {"ticketId":"${id}"}\n`))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  for (const ear of ears) ear.stop();
});

test('without a session there is nothing to hear', async () => {
  expect((await fetch(`${api.url}/v1/events`)).status).toBe(401);
});

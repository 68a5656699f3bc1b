import { expect, test } from '@jest/globals';
import { startOutbox } from './outbox.ts';
import type { NewPhoto } from './outbox-ticket.ts';
import { startSending } from './start-sending.ts';
import { allStored, untilShown } from './test/live-with-outbox.ts';
import { type Kill, openTab, type Phone, playPhone, playPhoto, type Tab } from './test/play-phone.ts';
import { type PlayServer, playServer } from './test/play-server.ts';

const member = 'member-1';

/** Photographs two tickets and sends them, as far as the tab lives. Gives the photos that were kept by its own word. */
async function photographAndSend(tab: Tab, tickets: readonly NewPhoto[][]): Promise<NewPhoto[]> {
  const kept: NewPhoto[] = [];
  const live = async () => {
    const outbox = await startOutbox(tab.parts, member);
    const sender = startSending(outbox);
    for (const photos of tickets) {
      for (const photo of photos) {
        await outbox.keepPhoto(photo);
        kept.push(photo);
      }
      await outbox.handOver();
    }
    await untilShown(outbox, allStored);
    sender.stop();
    outbox.close();
  };
  await Promise.race([live().catch((error: unknown) => !tab.isDead() && Promise.reject(error)), tab.died]);
  return kept;
}

async function comeBack(phone: Phone, server: PlayServer): Promise<Tab> {
  const tab = openTab(phone, server);
  const outbox = await startOutbox(tab.parts, member);
  await outbox.handOver();
  const sender = startSending(outbox);
  await untilShown(outbox, allStored);
  sender.stop();
  outbox.close();
  return tab;
}

test('a tab killed at any moment loses no photo that was kept, and stores none twice', async () => {
  const tickets = [[await playPhoto('one'), await playPhoto('two')], [await playPhoto('three', 5_000)]];
  const calm = playPhone();
  const whole = openTab(calm, playServer(member));
  await photographAndSend(whole, tickets);
  expect(whole.steps()).toBeGreaterThan(20);

  const kills: Kill[] = Array.from({ length: whole.steps() }, (_, at) => at + 1).flatMap((atStep) =>
    (['before', 'half', 'after'] as const).map((how) => ({ atStep, how })),
  );
  for (const kill of kills) {
    const phone = playPhone();
    const server = playServer(member);
    const kept = await photographAndSend(openTab(phone, server, kill), tickets);
    await comeBack(phone, server);
    const stored = server.receipts().flatMap(({ images }) => images.map(({ sha256 }) => sha256));
    expect({ kill, twice: stored.length - new Set(stored).size }).toEqual({ kill, twice: 0 });
    expect({ kill, stored }).toEqual({ kill, stored: expect.arrayContaining(kept.map(({ sha256 }) => sha256)) });
  }
});

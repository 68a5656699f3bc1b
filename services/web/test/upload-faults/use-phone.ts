import { setTimeout as wait } from 'node:timers/promises';
import { type Outbox, startOutbox } from '../../src/capture/outbox/outbox.ts';
import type { NewPhoto, OutboxTicket } from '../../src/capture/outbox/outbox-ticket.ts';
import { startSending } from '../../src/capture/outbox/start-sending.ts';
import { openTab, type Phone, type Tab } from './open-tab.ts';

/** A ticket that somebody means to photograph; its photos are drawn when they are taken. */
export type PlannedTicket = { photos: NewPhoto[] };

/** What the phone says at the end of one of its tickets. */
export type StoredOnPhone = { uploadId: string; phone: number; ticket: OutboxTicket };

type PhoneWork = {
  /** Draws the next ticket; null when there are no more. */
  nextTicket: () => PlannedTicket | null;
  onStored: (count: number) => void;
  isOver: () => boolean;
};

/** So few wait at once, because what waits is in memory here. */
const mostWaiting = 3;

/**
 * Uses one phone until every ticket of its plan is photographed and stored: tabs are opened, die at a random await and are opened again, a
 * second one beside the first now and then, the signal goes and comes. @returns every ticket as the phone holds it.
 */
export async function usePhone(phone: Phone, work: PhoneWork): Promise<StoredOnPhone[]> {
  let taking: PlannedTicket | null = null;
  for (;;) {
    const livesFor = phone.random.happens(0.8) ? phone.random.between(1, 80) : phone.random.between(100, 400);
    const tab = openTab(phone, phone.isMortal ? livesFor : Number.POSITIVE_INFINITY);
    const life = liveOnce(tab);
    // What a tab that was killed still throws is heard by nobody.
    void life.catch(() => {});
    const outcome = await Promise.race([tab.killed, life]);
    if (outcome !== 'killed') return outcome;
    await wait(phone.random.between(0, 20));
  }

  async function liveOnce(tab: Tab): Promise<StoredOnPhone[] | 'killed'> {
    const outbox = await startOutbox(tab.parts, phone.memberId);
    const sender = startSending(outbox);
    const beside = phone.isMortal && phone.random.happens(0.15) ? await openBeside(phone) : null;
    try {
      for (;;) {
        if (tab.isDead()) return 'killed';
        if (work.isOver()) return storedOn(outbox, phone);
        const tickets = outbox.view().tickets;
        work.onStored(tickets.filter(({ status }) => status === 'stored').length);
        const refused = tickets.find(({ status }) => status === 'refused');
        if (refused !== undefined) throw new Error(describe(phone, refused));
        const waiting = tickets.filter(({ status }) => status === 'waiting').length;
        taking ??= waiting < mostWaiting ? work.nextTicket() : null;
        if (taking !== null) {
          await take(outbox, taking, phone);
          taking = null;
          continue;
        }
        if (waiting === 0) return storedOn(outbox, phone);
        if (phone.isMortal && phone.random.happens(0.005)) loseSignal(phone);
        // Somebody looks at the phone now and then, which makes it try at once.
        if (phone.random.happens(0.02)) wake(phone, 'seen');
        await wait(15);
      }
    } catch (error) {
      if (tab.isDead()) return 'killed';
      throw error;
    } finally {
      sender.stop();
      outbox.close();
      beside?.();
    }
  }
}

/** Photographs a ticket, or what is missing of it after the tab died in the middle. */
async function take(outbox: Outbox, { photos }: PlannedTicket, phone: Phone): Promise<void> {
  const entry = await findEntry(outbox, photos);
  if (entry !== null && entry.status !== 'draft') return;
  if (entry === null && phone.random.happens(0.5)) {
    await outbox.keepTicket(photos.map(copyOf));
    return;
  }
  const kept = new Set(entry?.photos.map(({ sha256 }) => sha256));
  for (const photo of photos) if (!kept.has(photo.sha256)) await outbox.keepPhoto(copyOf(photo));
  await outbox.handOver();
}

/** The view may be a moment behind the disk, so the disk is asked. */
async function findEntry(outbox: Outbox, photos: readonly NewPhoto[]): Promise<OutboxTicket | null> {
  const entries = await outbox.store.run('readonly', ['entries'], (transaction) => {
    const request: IDBRequest<OutboxTicket[]> = transaction.objectStore('entries').getAll();
    return new Promise<OutboxTicket[]>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  });
  const wanted = new Set(photos.map(({ sha256 }) => sha256));
  return entries.find((entry) => entry.photos.some(({ sha256 }) => wanted.has(sha256))) ?? null;
}

/** The outbox owns the bytes that it is given. */
const copyOf = (photo: NewPhoto): NewPhoto => ({ ...photo, bytes: Uint8Array.from(photo.bytes) });

/** A second tab of the same browser, that wants to send as well. */
async function openBeside(phone: Phone): Promise<() => void> {
  const tab = openTab(phone, phone.random.between(20, 200));
  const opened = await Promise.race([tab.killed, startOutbox(tab.parts, phone.memberId)]);
  if (opened === 'killed') return () => {};
  const sender = startSending(opened);
  return () => {
    sender.stop();
    opened.close();
    tab.kill('closed with the other tab');
  };
}

function loseSignal(phone: Phone): void {
  phone.isOnline = false;
  setTimeout(
    () => {
      phone.isOnline = true;
      wake(phone, phone.random.pick(['online', 'seen']));
    },
    phone.random.between(10, 300),
  );
}

function wake(phone: Phone, why: 'online' | 'seen'): void {
  for (const tell of [...phone.awake]) tell(why);
}

const storedOn = (outbox: Outbox, { index }: Phone): StoredOnPhone[] =>
  outbox.view().tickets.map((ticket) => ({ uploadId: ticket.uploadId, phone: index, ticket }));

export function describe({ index }: Pick<Phone, 'index'>, ticket: OutboxTicket): string {
  const why = ticket.refusal ?? ticket.trouble;
  return `phone ${index}, upload ${ticket.uploadId}: ${ticket.status} after ${ticket.attempts} tries${why ? ` (${JSON.stringify(why)})` : ''}`;
}

import { expect, test } from '@jest/globals';
import { startOutbox } from './outbox.ts';
import { openTab, type Phone, playPhone, playPhoto } from './test/play-phone.ts';
import { playServer } from './test/play-server.ts';

const member = 'member-1';
const server = playServer(member);

/** The database as version 1 of the page made it, with what it had kept. */
function keepAsVersion1(phone: Phone, tickets: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = phone.database.open('ticket-pros-outbox', 1);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => request.result.createObjectStore('tickets', { keyPath: 'uploadId' });
    request.onsuccess = () => {
      const transaction = request.result.transaction('tickets', 'readwrite');
      for (const ticket of tickets) transaction.objectStore('tickets').put(ticket);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

const oldTicket = (uploadId: string, status: string, photos: { sha256: string; blob: unknown }[]) => ({
  uploadId,
  memberId: member,
  createdAt: 1,
  status,
  photos: photos.map((photo, at) => ({ ...photo, id: `${uploadId}-${at}` })),
  attempts: 0,
  nextTryAt: 0,
  refusal: null,
});

test('what version 1 kept as blobs is moved whole, wherever the move is cut off', async () => {
  const photos = await Promise.all(['a', 'b', 'c'].map((name) => playPhoto(name)));
  const old = photos.map(({ bytes, sha256 }) => ({ sha256, blob: new Blob([bytes], { type: 'image/jpeg' }) }));
  for (let atStep = 1, cut = true; cut; atStep++) {
    const phone = playPhone();
    await keepAsVersion1(phone, [
      oldTicket('one', 'waiting', old.slice(0, 2)),
      oldTicket('two', 'draft', old.slice(2)),
      oldTicket('three', 'stored', []),
    ]);
    const tab = openTab(phone, server, { atStep, how: atStep % 2 ? 'half' : 'after' });
    await Promise.race([startOutbox(tab.parts, member).then((outbox) => outbox.close()), tab.died]).catch(() => {});
    cut = tab.isDead();
    const outbox = await startOutbox(openTab(phone, server).parts, member);
    const kept = outbox.view().tickets;
    expect(new Set(kept.map(({ uploadId, status }) => `${uploadId} ${status}`))).toEqual(
      new Set(['one waiting', 'two draft']),
    );
    for (const photo of kept.flatMap((ticket) => ticket.photos)) {
      const bytes = await (await outbox.readPhoto(photo.id))?.bytes();
      const before = photos.find(({ sha256 }) => sha256 === photo.sha256);
      expect(Buffer.from(bytes ?? []).equals(before?.bytes ?? Buffer.of())).toBe(true);
    }
    expect(kept.flatMap((ticket) => ticket.photos)).toHaveLength(3);
    outbox.close();
  }
});

test('a page taken out and put back is the same page at the same place', async () => {
  const outbox = await startOutbox(openTab(playPhone(), server).parts, member);
  for (const name of ['first', 'second', 'third']) await outbox.keepPhoto(await playPhoto(name));
  const before = outbox.view().tickets[0];
  const taken = await outbox.takeOutPhoto(before?.photos[1]?.id ?? '');
  expect(outbox.view().tickets[0]?.photos).toHaveLength(2);
  if (taken) await outbox.keepPhoto(taken, { page: taken.page });
  const sums = (ticket = before) => ticket?.photos.map(({ sha256, size }) => [sha256, size]);
  expect(sums(outbox.view().tickets[0])).toEqual(sums());
  outbox.close();
});

test('a full phone gives up old thumbnails first, then says so and keeps what it had', async () => {
  const phone = playPhone();
  const tab = openTab(phone, server);
  const outbox = await startOutbox(tab.parts, member);
  const stored = await outbox.keepTicket([await playPhoto('stored')]);
  await outbox.store.run('readwrite', ['entries'], async (transaction) => {
    transaction.objectStore('entries').put({ ...stored, status: 'stored', storedAt: tab.parts.now() });
  });
  let refusals = 1;
  const run = outbox.store.run;
  outbox.store.run = async (mode, stores, work) => {
    if (stores.includes('photos') && mode === 'readwrite' && refusals-- > 0) {
      throw new DOMException('Full.', 'QuotaExceededError');
    }
    return run(mode, stores, work);
  };
  await outbox.keepPhoto(await playPhoto('kept after all'));
  const shown = () => outbox.view().tickets.map(({ status, photos }) => [status, photos[0]?.thumbnail !== null]);
  expect(shown()).toEqual([
    ['stored', false],
    ['draft', true],
  ]);
  refusals = 9;
  await expect(outbox.keepPhoto(await playPhoto('too much'))).rejects.toMatchObject({ name: 'OutboxFullError' });
  expect([outbox.view().trouble, outbox.view().tickets.at(-1)?.photos.length]).toEqual(['full', 1]);
  refusals = 0;
  await outbox.keepPhoto(await playPhoto('fits again'));
  expect([outbox.view().trouble, outbox.view().tickets.at(-1)?.photos.length]).toEqual([null, 2]);
  outbox.close();
});

test('a newer page gets the database at once, and the older one says that it is to be loaded again', async () => {
  const phone = playPhone();
  const outbox = await startOutbox(openTab(phone, server).parts, member);
  await new Promise((resolve) => {
    phone.database.open('ticket-pros-outbox', 99).onsuccess = resolve;
  });
  expect(outbox.view().trouble).toBe('newer_version');
  await expect(outbox.keepPhoto(await playPhoto('late'))).rejects.toThrow();
});

test('while an older page holds the database, it says so and opens when that one is closed', async () => {
  const phone = playPhone();
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = phone.database.open('ticket-pros-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('tickets', { keyPath: 'uploadId' });
    request.onsuccess = () => resolve(request.result);
  });
  let blocked = 0;
  const opening = startOutbox(openTab(phone, server).parts, member, () => {
    blocked += 1;
    older.close();
  });
  const outbox = await opening;
  expect([blocked, outbox.view().tickets]).toEqual([1, []]);
  outbox.close();
});

test('a database that the browser closed is opened again', async () => {
  const phone = playPhone();
  let connection: IDBDatabase | undefined;
  const tab = openTab(phone, server);
  const open = tab.parts.database.open;
  const database = {
    ...tab.parts.database,
    open: (...args: Parameters<IDBFactory['open']>) => {
      const request = open(...args);
      request.addEventListener('success', () => {
        connection = request.result;
      });
      return request;
    },
  };
  const outbox = await startOutbox({ ...tab.parts, database }, member);
  connection?.close();
  await outbox.keepPhoto(await playPhoto('after all'));
  expect(outbox.view().tickets).toHaveLength(1);
  outbox.close();
});

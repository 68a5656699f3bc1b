import { afterEach, expect, test } from '@jest/globals';
import { type Outbox, startOutbox } from './outbox.ts';
import { sendWaiting } from './send-waiting.ts';
import { type OutboxSender, startSending } from './start-sending.ts';
import { allStored, untilShown } from './test/live-with-outbox.ts';
import { openTab, type Phone, playPhone, playPhoto, type Tab } from './test/play-phone.ts';
import { type PlayServer, playServer } from './test/play-server.ts';

const member = 'member-1';
const opened: { outbox: Outbox; sender: OutboxSender | undefined; tab: Tab }[] = [];

afterEach(() => {
  for (const { outbox, sender, tab } of opened.splice(0)) {
    sender?.stop();
    outbox.close();
    tab.kill();
  }
});

async function openPhone(phone: Phone, server: PlayServer, { memberId = member, sends = true } = {}) {
  const tab = openTab(phone, server);
  const outbox = await startOutbox(tab.parts, memberId);
  const one = { tab, outbox, sender: undefined as OutboxSender | undefined };
  opened.push(one);
  const send = () => {
    one.sender = startSending(outbox);
    return one.sender;
  };
  if (sends) send();
  return { tab, outbox, send, sender: () => one.sender };
}

const hashesOf = (server: PlayServer) => server.receipts().flatMap(({ images }) => images.map(({ sha256 }) => sha256));

test('a ticket is stored with its receipt, thumbnail kept and photo gone from the phone', async () => {
  const server = playServer(member);
  const { outbox } = await openPhone(playPhone(), server);
  const photo = await playPhoto('load');
  await outbox.keepTicket([photo]);
  await untilShown(outbox, allStored);
  const [ticket] = outbox.view().tickets;
  expect(ticket).toMatchObject({ status: 'stored', receipt: server.receipts()[0], attempts: 0 });
  expect(ticket?.photos[0]?.thumbnail?.byteLength).toBe(3);
  expect(await outbox.readPhoto(ticket?.photos[0]?.id ?? '')).toBeNull();
});

test('an answer that got lost is asked for: one ticket, and no byte sent again', async () => {
  const server = playServer(member);
  const { outbox, tab } = await openPhone(playPhone(), server);
  let lost = 0;
  tab.beforeFetch = async (url, init) => {
    if (init.method !== 'POST' || lost > 0) return undefined;
    lost += 1;
    await server.answer(url, init);
    throw new TypeError('Failed to fetch');
  };
  const photo = await playPhoto('load', 10_000);
  await outbox.keepTicket([photo]);
  await untilShown(outbox, allStored);
  expect([lost, hashesOf(server), server.bytesReceived()]).toEqual([1, [photo.sha256], 10_000]);
});

test('cut off again and again, a photo goes on from where the server is', async () => {
  const server = playServer(member);
  const { outbox, tab } = await openPhone(playPhone(), server);
  let cuts = 0;
  tab.beforeFetch = async (url, init) => {
    if (!(init.body instanceof Blob) || cuts === 4) return undefined;
    cuts += 1;
    await server.answer(url, init, Math.ceil(init.body.size / 3));
    throw new TypeError('Failed to fetch');
  };
  await outbox.keepTicket([await playPhoto('large', 1_400_000)]);
  await untilShown(outbox, ({ tickets }) => tickets[0]?.status === 'stored');
  expect([cuts, server.bytesReceived()]).toEqual([4, 1_400_000]);
});

test('a motel Wi-Fi that answers everything itself stores nothing, and the ticket goes when it lets through', async () => {
  const server = playServer(member);
  const { outbox, tab, sender } = await openPhone(playPhone(), server);
  tab.beforeFetch = async () => new Response('<html>Welcome</html>', { status: 200 });
  await outbox.keepTicket([await playPhoto('load')]);
  await untilShown(outbox, ({ tickets }) => tickets[0]?.trouble?.kind === 'not_our_server');
  tab.beforeFetch = async () => undefined;
  sender()?.hurry();
  await untilShown(outbox, allStored);
  expect(server.receipts()).toHaveLength(1);
});

test('when the session ended everything waits, untouched, and goes after signing in', async () => {
  const server = playServer(member);
  server.signedIn = null;
  const { outbox, sender } = await openPhone(playPhone(), server);
  for (const name of ['one', 'two', 'three']) await outbox.keepTicket([await playPhoto(name)]);
  await untilShown(outbox, ({ paused }) => paused === 'signed_out');
  expect(outbox.view().tickets.map(({ status, attempts }) => [status, attempts])).toEqual(
    Array(3).fill(['waiting', 0]),
  );
  server.signedIn = member;
  sender()?.hurry();
  await untilShown(outbox, allStored);
  expect([outbox.view().paused, server.receipts().length]).toEqual([null, 3]);
});

test("another member's entries are counted and nothing more, and wait for their owner", async () => {
  const phone = playPhone();
  const server = playServer(member);
  const theirs = await openPhone(phone, server, { memberId: 'member-2', sends: false });
  await theirs.outbox.keepTicket([await playPhoto('theirs')]);
  const { outbox } = await openPhone(phone, server);
  const photo = await playPhoto('mine');
  await outbox.keepTicket([photo]);
  await untilShown(outbox, ({ tickets }) => tickets[0]?.status === 'stored');
  expect(outbox.view().ofOthers).toBe(1);
  expect(hashesOf(server)).toEqual([photo.sha256]);
});

test("a session that became somebody else's stores nothing under that name", async () => {
  const server = playServer('member-2');
  const { outbox } = await openPhone(playPhone(), server);
  await outbox.keepTicket([await playPhoto('mine')]);
  await untilShown(outbox, ({ paused }) => paused === 'signed_out');
  expect(server.receipts()).toEqual([]);
});

test('two tabs show the same, and send everything once', async () => {
  const phone = playPhone();
  const server = playServer(member);
  const [one, other] = [await openPhone(phone, server), await openPhone(phone, server)];
  for (let at = 0; at < 6; at++) await (at % 2 ? one : other).outbox.keepTicket([await playPhoto(`photo ${at}`)]);
  await Promise.all(
    [one, other].map(({ outbox }) => untilShown(outbox, (view) => view.tickets.length === 6 && allStored(view))),
  );
  expect(server.receipts()).toHaveLength(6);
  expect(server.bytesReceived()).toBe(6 * 300);
});

test('a lock in the hand of a tab that fell asleep holds nobody up for good', async () => {
  const phone = playPhone();
  phone.lock = new Promise(() => {});
  const server = playServer(member);
  const { outbox } = await openPhone(phone, server);
  await outbox.keepTicket([await playPhoto('load')]);
  await untilShown(outbox, (view) => view.tickets.length === 1 && allStored(view));
  expect(server.receipts()).toHaveLength(1);
});

test('a receipt over other photos is no receipt; sent again, the ticket goes under a new number', async () => {
  const server = playServer(member);
  const { outbox, tab } = await openPhone(playPhone(), server);
  tab.beforeFetch = async (url, init) => {
    const answer = await server.answer(url, init);
    if (!answer.ok || init.method !== 'POST') return answer;
    const receipt = await answer.json();
    const images = [{ sha256: '0'.repeat(64), storedSha256: '0'.repeat(64) }];
    return Response.json({ ...receipt, images }, { status: answer.status, headers: answer.headers });
  };
  const { uploadId } = await outbox.keepTicket([await playPhoto('load')]);
  await untilShown(outbox, ({ tickets }) => tickets[0]?.refusal?.code === 'receipt_differs');
  expect(await outbox.readPhoto(outbox.view().tickets[0]?.photos[0]?.id ?? '')).not.toBeNull();
  tab.beforeFetch = async () => undefined;
  await outbox.sendAgain(uploadId);
  await untilShown(outbox, allStored);
  expect(outbox.view().tickets[0]?.uploadId).not.toBe(uploadId);
});

test('a refused ticket becomes the draft again to be photographed anew', async () => {
  const server = playServer(member);
  const { outbox, tab } = await openPhone(playPhone(), server);
  tab.beforeFetch = async () => Response.json({ code: 'image_too_small', title: 'Too small.' }, { status: 422 });
  const { uploadId } = await outbox.keepTicket([await playPhoto('small')]);
  await untilShown(outbox, ({ tickets }) => tickets[0]?.status === 'refused');
  tab.beforeFetch = async () => undefined;
  await outbox.backToDraft(uploadId);
  const [draft] = outbox.view().tickets;
  expect([draft?.status, outbox.view().tickets.length]).toEqual(['draft', 1]);
  await outbox.takeOutPhoto(draft?.photos[0]?.id ?? '');
  const better = await playPhoto('better');
  await outbox.keepPhoto(better);
  await outbox.handOver();
  await untilShown(outbox, (view) => view.tickets.length === 1 && allStored(view));
  expect(hashesOf(server)).toEqual([better.sha256]);
});

test('photos that the phone has no space for are sent from memory, once however often it is asked', async () => {
  const server = playServer(member);
  const { outbox, send, tab } = await openPhone(playPhone(), server, { sends: false });
  const sender = send();
  const photos = [await playPhoto('unkept')];
  tab.beforeFetch = async () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await sender.sendUnkept(photos)).toBe('not_sent');
  tab.beforeFetch = async () => undefined;
  expect([await sender.sendUnkept(photos), await sender.sendUnkept(photos)]).toEqual(['stored', 'stored']);
  expect(server.receipts()).toHaveLength(1);
  // It counts as photographed and stored, like every other.
  expect(outbox.view().tickets).toMatchObject([{ status: 'stored', memberId: member, receipt: server.receipts()[0] }]);
});

test('a service worker sends what waits for whoever is signed in, without a page', async () => {
  const phone = playPhone();
  const server = playServer(member);
  const { outbox } = await openPhone(phone, server, { sends: false });
  await outbox.keepTicket([await playPhoto('load')]);
  const worker = openTab(phone, server);
  server.signedIn = 'member-2';
  expect([await sendWaiting(worker.parts), server.receipts().length]).toEqual(['nothing-waits', 0]);
  server.signedIn = member;
  expect(await sendWaiting(worker.parts)).toBe('nothing-waits');
  await untilShown(outbox, allStored);
  worker.kill();
});

import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { Client } from 'pg';
import sharp from 'sharp';
import { storeTicket } from '../../test/send-test-upload.ts';
import { standBetween } from '../../test/stand-between.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { guardRoutes } from '../access/guard-routes.ts';
import { answerErrors } from '../plugins/answer-errors.ts';
import { type ChangeFollower, followChanges } from './follow-changes.ts';
import { streamEvents } from './stream-events.route.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

async function listen(person: Person): Promise<{ heard: () => string; stop: () => void; ended: () => boolean }> {
  const controller = new AbortController();
  const response = await person.fetch('/v1/events', { signal: controller.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  let over = false;
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
    } catch {
      // Ended by stop().
    }
    over = true;
  })();
  while (!text.includes('event: hello')) await wait(10);
  return { heard: () => text, stop: () => controller.abort(), ended: () => over };
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

async function until(fact: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!fact() && Date.now() < deadline) await wait(20);
  expect(fact()).toBe(true);
}

async function asOwner<Result>(work: (database: Client) => Promise<Result>): Promise<Result> {
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** The route alone with short times, and who follows the changes through it. */
async function startShortStreams(timing: { heartbeatMs: number; longestStreamMs: number }) {
  const followers = new Set<ChangeFollower>();
  const follow = (follower: ChangeFollower) => {
    followers.add(follower);
    return () => followers.delete(follower);
  };
  const app = Fastify();
  answerErrors(app);
  guardRoutes(app, api.parts);
  streamEvents(app, { ...api.parts, changes: { follow, close: async () => {} } }, timing);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, followers, close: () => app.close() };
}

test('a stream that has reached its limit leaves nothing behind that still writes', async () => {
  const owner = await api.account('Long listeners');
  const streams = await startShortStreams({ heartbeatMs: 5, longestStreamMs: 100 });
  // Reads nothing, so that the answer is not over when the stream is ended.
  const socket = connect(Number(new URL(streams.url).port), '127.0.0.1').pause();
  socket.write(`GET /v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: ${owner.cookie}\r\n\r\n`);
  await until(() => streams.followers.size === 1);
  const [follower] = streams.followers;
  for (let time = 0; time < 20_000; time += 1) follower?.onGap();
  await until(() => streams.followers.size === 0);
  follower?.onGap();
  await wait(50);
  socket.destroy();
  await streams.close();
});

test('who leaves before the answer begins is not followed for ever', async () => {
  const owner = await api.account('Short listeners');
  const streams = await startShortStreams({ heartbeatMs: 1_000, longestStreamMs: 60_000 });
  await asOwner(async (database) => {
    await database.query('begin; lock table members in access exclusive mode');
    const controller = new AbortController();
    const asked = fetch(`${streams.url}/v1/events`, { headers: { cookie: owner.cookie }, signal: controller.signal });
    const waiting = async () =>
      (await database.query("select from pg_locks where not granted and relation = 'members'::regclass")).rowCount;
    while ((await waiting()) === 0) await wait(10);
    controller.abort();
    await expect(asked).rejects.toThrow();
    await wait(50);
    await database.query('commit');
  });
  const ear = new AbortController();
  await fetch(`${streams.url}/v1/events`, { headers: { cookie: owner.cookie }, signal: ear.signal });
  expect(streams.followers.size).toBe(1);
  ear.abort();
  await until(() => streams.followers.size === 0);
  await streams.close();
});

test('a member has eight streams; the oldest ends for a ninth', async () => {
  const owner = await api.account('Many tabs');
  const ears: Awaited<ReturnType<typeof listen>>[] = [];
  for (let tab = 0; tab < 9; tab += 1) ears.push(await listen(owner));
  await until(() => ears[0]?.ended() === true);
  expect(ears.map((ear) => ear.ended())).toEqual([true, ...Array.from({ length: 8 }, () => false)]);
  for (const ear of ears) ear.stop();
});

test('a notification in no known form is logged and changes nothing', async () => {
  await asOwner((database) => database.query("notify ticket_changed, 'not json'"));
  await until(() => api.logged().includes('in a form that is not known'));
});

test('a connection that went dead without a word is noticed, and everybody told of the gap', async () => {
  const between = await standBetween(api.database.urls.app);
  const log = Fastify({ logger: false }).log;
  const changes = followChanges(between.through(api.database.urls.app), log, { checkMs: 50, patienceMs: 1_000 });
  let gaps = 0;
  changes.follow({
    onChange: () => {},
    onMemberChange: () => {},
    onGap: () => {
      gaps += 1;
    },
  });
  await until(() => gaps === 1);
  between.freeze();
  await until(() => gaps === 2);
  await changes.close();
  between.close();
});

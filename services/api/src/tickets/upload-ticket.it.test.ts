import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uploadAnswerSchema } from '@ticket-pros/contracts/ticket';
import { makeBadImages } from '@ticket-pros/testing/make-bad-images';
import { plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import { Client } from 'pg';
import sharp from 'sharp';
import { answerOf, problemOf, ticketOf } from '../../test/read-test-answer.ts';
import { sendUpload, sha256Of, storeTicket, type TestUpload } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
let database: Client;
let owner: Person;
let driver: Person;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  owner = await api.account('Hauling');
  driver = await api.member(owner, 'crew');
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

let shade = 0;
/** A photo that no other test sends. */
async function photo(): Promise<Uint8Array> {
  shade += 1;
  // Far enough apart to stay apart through the compression.
  const background = { r: (shade * 40) % 256, g: Math.floor(shade / 6) * 40, b: 90 };
  return sharp({ create: { width: 200, height: 120, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** Sends a ticket as far as the middle of its photo. */
function beginHalfWay(uploadId: string, image: Uint8Array): { socket: Socket; sent: Promise<void> } {
  const { hostname, port } = new URL(api.url);
  const boundary = 'half-way';
  const head = [
    `--${boundary}\r\ncontent-disposition: form-data; name="manifest"\r\n\r\n`,
    JSON.stringify({ uploadId, images: [{ sha256: sha256Of(image) }] }),
    `\r\n--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="a.jpg"\r\n\r\n`,
  ].join('');
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(
    `POST /v1/tickets HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${driver.cookie}\r\n` +
      `content-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: ${image.length + 1000}\r\n\r\n${head}`,
  );
  const sent = new Promise<void>((resolve) => {
    socket.write(image.subarray(0, image.length / 2), () => setTimeout(resolve, 300));
  });
  return { socket, sent };
}

async function storedObjects(): Promise<string[]> {
  const entries = await readdir(api.storageFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function rowsOf(table: 'tickets' | 'images'): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? -1;
}

test('a photo is stored as a receipt where the phone says so; a type that does not exist is refused', async () => {
  const image = await photo();
  const upload = (ticketType: string) => ({
    images: [image],
    manifest: JSON.stringify({ uploadId: randomUUID(), ticketType, images: [{ sha256: sha256Of(image) }] }),
  });
  expect((await storeTicket(driver, upload('receipt'))).ticketType).toBe('receipt');
  expect((await problemOf(sendUpload(driver, upload('menu')))).code).toBe('invalid_manifest');
});

test('promise TP-3: photos taken for one member are not stored for another one', async () => {
  const image = await photo();
  const before = await rowsOf('tickets');
  const upload = (memberId: string) => ({
    images: [image],
    manifest: JSON.stringify({ uploadId: randomUUID(), memberId, images: [{ sha256: sha256Of(image) }] }),
  });
  const refused = await sendUpload(driver, upload(owner.scope.memberId));
  expect([refused.status, (await problemOf(refused)).code]).toEqual([401, 'not_signed_in']);
  expect(await rowsOf('tickets')).toBe(before);
  expect((await sendUpload(driver, upload(driver.scope.memberId))).status).toBe(201);
});

test('a ticket of two photos is stored, received, and waits to be read', async () => {
  const images = [await photo(), await photo()];
  const before = await api.parts.queue.countWaiting('read-ticket');
  const response = await sendUpload(driver, { images });
  expect(response.status).toBe(201);
  const { ticket } = await answerOf(uploadAnswerSchema, response);
  expect(ticket).toMatchObject({ state: 'received', imageCount: 2, isDuplicate: false, values: [] });
  const files = (await storedObjects()).filter((path) => path.includes(ticket.id));
  const stored = await Promise.all(files.map(async (path) => sha256Of(await readFile(path))));
  expect(stored.sort()).toEqual(ticket.images.map((image) => image.storedSha256).sort());
  expect(ticket.images.map((image) => image.sentSha256)).toEqual(images.map(sha256Of));
  expect(await api.parts.queue.countWaiting('read-ticket')).toBe(before + 1);
});

test('a file of several pages is to be sent page by page, and a locked one without its password', async () => {
  const before = [await rowsOf('tickets'), (await storedObjects()).length];
  const pages = await plantLocationInPdf([await photo(), await photo()]);
  const locked = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R/Encrypt<</V 1>>>>\n');
  for (const [file, code] of [
    [pages, 'several_pages'],
    [locked, 'file_locked'],
  ] as const) {
    const refused = await sendUpload(driver, { images: [file] });
    expect([refused.status, (await problemOf(refused)).code]).toEqual([422, code]);
  }
  expect([await rowsOf('tickets'), (await storedObjects()).length]).toEqual(before);
});

test('the same upload id again is the same ticket', async () => {
  const upload = { images: [await photo()], uploadId: randomUUID() };
  const first = await storeTicket(driver, upload);
  const again = await sendUpload(driver, upload);
  expect(again.status).toBe(200);
  expect((await answerOf(uploadAnswerSchema, again)).ticket.id).toBe(first.id);
});

test('the same upload five times at once is one ticket', async () => {
  const upload = { images: [await photo(), await photo()], uploadId: randomUUID() };
  const before = await rowsOf('tickets');
  const answers = await Promise.all(Array.from({ length: 5 }, () => storeTicket(driver, upload)));
  expect(new Set(answers.map((ticket) => ticket.id)).size).toBe(1);
  expect(await rowsOf('tickets')).toBe(before + 1);
});

test('an upload id with other photos is refused, and is free for another member', async () => {
  const uploadId = randomUUID();
  const first = await storeTicket(driver, { images: [await photo()], uploadId });
  const reused = await sendUpload(driver, { images: [await photo()], uploadId });
  expect([reused.status, (await problemOf(reused)).code]).toEqual([409, 'upload_id_reused']);
  const other = await storeTicket(owner, { images: [await photo()], uploadId });
  expect(other.id).not.toBe(first.id);
});

test('more photos under a used upload id are refused, and the ticket stays as it was', async () => {
  const [first, second] = [await photo(), await photo()];
  const uploadId = randomUUID();
  const { id } = await storeTicket(driver, { images: [first], uploadId });
  const longer = await sendUpload(driver, { images: [first, second], uploadId });
  expect([longer.status, (await problemOf(longer)).code]).toEqual([409, 'upload_id_reused']);
  expect((await ticketOf(driver.fetch(`/v1/tickets/${id}`))).imageCount).toBe(1);
});

test('a first try that breaks off late does not take the second one with it', async () => {
  const upload = { images: [await photo()], uploadId: randomUUID() };
  const first = beginHalfWay(upload.uploadId, upload.images[0] ?? Buffer.alloc(0));
  await first.sent;
  // The second try has the rows in hand when the first one ends.
  const storage = api.parts.storage;
  const put = storage.put;
  storage.put = async (...object) => {
    storage.put = put;
    first.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return put.apply(storage, object);
  };
  const response = await sendUpload(driver, upload);
  expect(response.status).toBe(201);
});

test('a photo sent twice is told as a duplicate to those who can see the first one, and to nobody else', async () => {
  const image = await photo();
  const beside = await api.member(owner, 'crew');
  const first = await storeTicket(driver, { images: [image] });
  const own = await storeTicket(driver, { images: [image] });
  expect([own.isDuplicate, own.images[0]?.duplicateOfTicketId]).toEqual([true, first.id]);
  const foreign = await storeTicket(beside, { images: [image] });
  expect([foreign.isDuplicate, foreign.images[0]?.duplicateOfTicketId]).toEqual([false, null]);
  const seenByOwner = await ticketOf(owner.fetch(`/v1/tickets/${foreign.id}`));
  expect([seenByOwner.isDuplicate, seenByOwner.images[0]?.duplicateOfTicketId]).toEqual([true, first.id]);
  const stranger = await api.account('Other company');
  expect((await storeTicket(stranger, { images: [image] })).isDuplicate).toBe(false);
});

test('a photo keeps its orientation, and its size is that of the upright picture', async () => {
  const lying = await sharp(await photo())
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const ticket = await storeTicket(driver, { images: [lying] });
  expect(ticket.images[0]).toMatchObject({ width: 120, height: 200 });
  const bytes = await driver.fetch(`/v1/tickets/${ticket.id}/images/${ticket.images[0]?.id}/original`);
  expect((await sharp(await bytes.arrayBuffer()).metadata()).orientation).toBe(6);
});

test('PNG and WebP are told by content, whatever the file is called', async () => {
  const jpeg = await photo();
  const png = await sharp(jpeg).png().toBuffer();
  const webp = await sharp(await photo())
    .webp()
    .toBuffer();
  const ticket = await storeTicket(driver, { images: [png, webp] });
  expect(ticket.imageCount).toBe(2);
});

describe('bad uploads are refused with a sentence, and nothing of them stays', () => {
  const good = photo();
  const bad = makeBadImages();
  const one = async (name: keyof Awaited<typeof bad>): Promise<TestUpload> => ({ images: [(await bad)[name].bytes] });
  const cases: [what: string, code: string, upload: () => Promise<TestUpload>][] = [
    ['not an image', 'unsupported_image', () => one('notAnImage')],
    ['zero bytes', 'unsupported_image', () => one('noBytes')],
    ['a GIF called .jpg', 'unsupported_image', () => one('gifNamedJpg')],
    ['an SVG called .png', 'unsupported_image', () => one('svgNamedPng')],
    ['a truncated JPEG', 'image_damaged', () => one('truncatedJpeg')],
    ['a truncated PNG', 'image_damaged', () => one('truncatedPng')],
    ['a truncated WebP', 'image_damaged', () => one('truncatedWebp')],
    ['a JPEG of four bytes', 'image_damaged', () => one('headerOnlyJpeg')],
    ['a JPEG of one pixel', 'image_too_small', () => one('onePixelJpeg')],
    ['a PNG of one pixel', 'image_too_small', () => one('onePixelPng')],
    ['a PNG that claims 60,000 × 60,000 pixels', 'too_many_pixels', () => one('hugePng')],
    ['a JPEG that claims 60,000 × 60,000 pixels', 'too_many_pixels', () => one('hugeJpeg')],
    ['a wrong hash', 'hash_mismatch', async () => ({ images: [await good], sha256: ['0'.repeat(64)] })],
    ['a bad upload id', 'invalid_manifest', async () => ({ images: [await good], uploadId: 'not-a-uuid' })],
    ['a manifest that is no JSON', 'invalid_manifest', async () => ({ images: [await good], manifest: '{' })],
    ['no photo at all', 'invalid_manifest', async () => ({ images: [] })],
    [
      'a missing photo',
      'missing_image',
      async () => ({ images: [await good, await photo()], parts: [['image', await good]] }),
    ],
    [
      'a photo too many',
      'unexpected_part',
      async () => ({
        images: [await good],
        parts: [
          ['image', await good],
          ['image', await good],
        ],
      }),
    ],
    [
      'a part with another name',
      'unexpected_part',
      async () => ({ images: [await good], parts: [['picture', await good]] }),
    ],
    [
      'a second field',
      'unexpected_part',
      async () => ({
        images: [await good],
        parts: [
          ['note', 'hello'],
          ['image', await good],
        ],
      }),
    ],
    [
      'two thousand parts',
      'unexpected_part',
      async () => ({
        images: [await good],
        parts: [
          ['image', await good],
          ...Array.from({ length: 2000 }, (): [string, Uint8Array] => ['image', new Uint8Array(9)]),
        ],
      }),
    ],
    ['21 photos', 'too_many_images', async () => ({ images: Array.from({ length: 21 }, () => new Uint8Array(9)) })],
    ['a photo of 26 MB', 'image_too_large', async () => ({ images: [new Uint8Array(26 * 1024 * 1024)] })],
    ['200 MB', 'image_too_large', async () => ({ images: [new Uint8Array(200 * 1024 * 1024)] })],
  ];

  test.each(cases)('%s: %s', async (_what, code, upload) => {
    const before = [await rowsOf('tickets'), await rowsOf('images'), (await storedObjects()).length];
    const response = await sendUpload(driver, await upload());
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code, status: response.status });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.title.length).toBeGreaterThan(10);
    expect([await rowsOf('tickets'), await rowsOf('images'), (await storedObjects()).length]).toEqual(before);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  });

  test('the first photo of a ticket goes again when the second one is refused', async () => {
    const before = (await storedObjects()).length;
    const response = await sendUpload(driver, { images: [await photo(), (await bad).truncatedJpeg.bytes] });
    expect(response.status).toBe(422);
    expect((await storedObjects()).length).toBe(before);
  });

  test.each(['jpegWithZip', 'jpegWithHtml', 'pngNamedJpg'] as const)(
    '%s is stored as the picture that it is, without what hides in it',
    async (name) => {
      const ticket = await storeTicket(driver, await one(name));
      const response = await driver.fetch(`/v1/tickets/${ticket.id}/images/${ticket.images[0]?.id}/original`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([bytes.includes('<script'), bytes.includes('PK\u0003\u0004')]).toEqual([false, false]);
      expect(response.headers.get('content-type')).toBe(name === 'pngNamedJpg' ? 'image/png' : 'image/jpeg');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('JSON instead of multipart', async () => {
    const response = await driver.fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([response.status, (await problemOf(response)).code]).toEqual([415, 'unsupported_media_type']);
  });

  test.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['no parts', 'multipart/form-data; boundary=b', 'garbage'],
    ['no end', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="manifest"\r\n\r\n{'],
    [
      'a part without a name',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-type: image/jpeg\r\n\r\nx\r\n--b--\r\n',
    ],
  ])('a body that is no multipart: %s', async (_what, type, body) => {
    const response = await driver.fetch('/v1/tickets', { method: 'POST', headers: { 'content-type': type }, body });
    expect([response.status >= 400 && response.status < 500, (await problemOf(response)).title.length > 10]).toEqual([
      true,
      true,
    ]);
  });

  test('without a session', async () => {
    const body = new FormData();
    body.append('manifest', '{}');
    const response = await fetch(`${api.url}/v1/tickets`, { method: 'POST', body });
    expect([response.status, (await problemOf(response)).code]).toEqual([401, 'not_signed_in']);
  });
});

test('a client that hangs up half way leaves nothing, and can send again', async () => {
  const image = await sharp({
    create: {
      width: 1500,
      height: 1500,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const uploadId = randomUUID();
  const before = [await rowsOf('tickets'), (await storedObjects()).length];
  const { socket, sent } = beginHalfWay(uploadId, image);
  await sent;
  socket.destroy();
  const deadline = Date.now() + 20_000;
  while ((await rowsOf('tickets')) !== before[0] && Date.now() < deadline) await new Promise((r) => setTimeout(r, 50));
  expect([await rowsOf('tickets'), (await storedObjects()).length]).toEqual(before);
  expect((await sendUpload(driver, { images: [image], uploadId })).status).toBe(201);
});

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uploadReceiptSchema } from '@ticket-pros/contracts/upload';
import { dumpDatabase } from '@ticket-pros/testing/dump-database';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { asDatabaseOwner } from '../../test/invite-test-people.ts';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { askOffset, askReceipt, beginPhoto, breakOff, sendBytes, type TestPhoto } from '../../test/send-resumable.ts';
import { sha256Of, storeTicket } from '../../test/send-test-upload.ts';
import { type Person, startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { abandonUpload } from '../tickets/abandon-upload.ts';
import { beginUpload } from '../tickets/begin-upload.ts';
import { storeImage } from '../tickets/store-image.ts';

let api: TestApi;
let owner: Person;
let crew: Person;
let large: Uint8Array;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.account('Mesa Hauling');
  crew = await api.member(owner, 'crew');
  // Noise does not compress: about 2.7 MB.
  const raw = { width: 950, height: 950, channels: 3 } as const;
  large = await sharp(randomBytes(950 * 950 * 3), { raw })
    .png()
    .toBuffer();
});
afterAll(() => api?.close());

const drawPhoto = () =>
  sharp({
    create: {
      width: 80,
      height: 80,
      channels: 3,
      background: { r: randomInt(256), g: randomInt(256), b: randomInt(256) },
    },
  })
    .jpeg()
    .toBuffer();
const photoOf = (...images: Uint8Array[]): TestPhoto => ({ uploadId: randomUUID(), images });
const offsetOf = async (photo: TestPhoto, person = crew) => {
  const response = await askOffset(person, photo);
  return response.status === 200 ? Number(response.headers.get('upload-offset')) : response.status;
};
const receiptOf = (response: Response | Promise<Response>) => answerOf(uploadReceiptSchema, response);
const ask = (statement: string, values: unknown[] = []) =>
  asDatabaseOwner<Record<string, unknown>>(api, statement, values);
const statesOf = async ({ uploadId }: TestPhoto) =>
  (await ask('select state from tickets where upload_id = $1', [uploadId])).map(({ state }) => state);

async function keysIn(folder: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of api.parts.storage.list('accounts/')) if (key.includes(folder)) keys.push(key);
  return keys;
}

/** Nothing is left of what was on its way. */
async function expectNothingStaged(...photos: TestPhoto[]): Promise<void> {
  for (const { uploadId } of photos) {
    const rows = await ask(
      `select i.id from tickets t join images i on i.ticket_id = t.id where t.upload_id = $1 and (
         exists (select 1 from staged_photos s where s.image_id = i.id) or exists (select 1 from staged_pieces p where p.image_id = i.id))`,
      [uploadId],
    );
    expect(rows).toEqual([]);
    for (const { id } of await ask('select id from tickets where upload_id = $1', [uploadId])) {
      expect(await keysIn(`${id}/staged/`)).toEqual([]);
    }
  }
}

/** Pieces that other requests left wait for the sweep, each with a row; without the key they say nothing. */
async function expectKeyGone({ uploadId }: TestPhoto): Promise<void> {
  const staged = await ask(
    'select s.image_id from staged_photos s join images i on i.id = s.image_id join tickets t on t.id = i.ticket_id where t.upload_id = $1',
    [uploadId],
  );
  expect(staged).toEqual([]);
  const [ticket] = await ask('select id from tickets where upload_id = $1', [uploadId]);
  const pieces = (await ask('select id from staged_pieces where ticket_id = $1', [ticket?.id])).map(({ id }) => id);
  const lying = (await keysIn(`${ticket?.id}/staged/`)).map((key) => key.split('/').at(-1));
  expect(lying.filter((id) => !pieces.includes(id))).toEqual([]);
}

/** The server notices a little later that a connection broke. */
async function untilOffset(photo: TestPhoto, least: number): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const offset = await offsetOf(photo);
    if (offset !== 404 && offset >= least) return offset;
    if (tries === 200) throw new Error(`the offset is ${offset}, not ${least} or more`);
    await wait(10);
  }
}

test('a photo in one request is stored at once, and the last one of a ticket brings the receipt', async () => {
  const photo = photoOf(await drawPhoto(), await drawPhoto());
  const first = await beginPhoto(crew, photo);
  expect([first.status, await first.text()]).toEqual([201, '']);
  expect(first.headers.get('location')).toBe(`/v1/uploads/${photo.uploadId}.0`);
  expect(first.headers.get('upload-offset')).toBe(String(photo.images[0]?.byteLength));
  expect([...first.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect((await askReceipt(crew, photo.uploadId)).status).toBe(404);

  const last = await beginPhoto(crew, { ...photo, page: 1 });
  expect(last.status).toBe(201);
  const receipt = await receiptOf(last);
  expect(receipt.images.map(({ sha256 }) => sha256)).toEqual(photo.images.map(sha256Of));
  expect(await receiptOf(askReceipt(crew, photo.uploadId))).toEqual(receipt);
  const [ticket] = await ask('select id, state, received_at from tickets where upload_id = $1', [photo.uploadId]);
  expect(ticket).toMatchObject({ id: receipt.ticketId, state: 'received', received_at: new Date(receipt.receivedAt) });
  const stored = await keysIn(receipt.ticketId);
  const hashes = await Promise.all(stored.map(async (key) => sha256Of(await api.parts.storage.getBytes(key))));
  expect(hashes.sort()).toEqual(receipt.images.map(({ storedSha256 }) => storedSha256).sort());
  expect(await api.parts.queue.hasLiveJob('read-ticket', `read-${receipt.ticketId}-1`)).toBe(true);
  await expectNothingStaged(photo);
});

test('a photo in pieces goes on from where it is, and other offsets change nothing', async () => {
  const photo = photoOf(await drawPhoto());
  const length = photo.images[0]?.byteLength ?? 0;
  expect((await beginPhoto(crew, photo, new Uint8Array())).status).toBe(201);
  const asked = await askOffset(crew, photo);
  expect([asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual(['0', String(length)]);
  expect((await sendBytes(crew, photo, 0, 100)).headers.get('upload-offset')).toBe('100');
  for (const offset of [0, 99, 101, length - 1]) {
    expect(await problemOf(sendBytes(crew, photo, offset))).toMatchObject({ status: 409, code: 'upload_offset' });
  }
  expect(await problemOf(beginPhoto(crew, photo))).toMatchObject({ code: 'upload_offset' });
  expect((await sendBytes(crew, photo, 100, 250)).status).toBe(204);
  expect(await offsetOf(photo)).toBe(250);
  const ended = await sendBytes(crew, photo, 250);
  expect(ended.status).toBe(200);
  const receipt = await receiptOf(ended);

  // Repeats: of the last bytes, of the first ones, of everything.
  expect((await sendBytes(crew, photo, 250)).status).toBe(409);
  expect((await beginPhoto(crew, photo)).status).toBe(409);
  expect(await offsetOf(photo)).toBe(length);
  expect(await receiptOf(sendBytes(crew, photo, length))).toEqual(receipt);
  expect(await ask('select count(*)::int as n from audit_events where subject_id = $1', [receipt.ticketId])).toEqual([
    { n: 1 },
  ]);
  await expectNothingStaged(photo);
});

test('promise TP-2: what arrived before a connection broke is kept sealed: no location in any object, row or log', async () => {
  const image = await plantLocation(await drawPhoto());
  const photo = photoOf(image);
  await breakOff(api.url, crew, photo, { from: null, sent: image.byteLength - 40 });
  expect(await untilOffset(photo, 1)).toBe(image.byteLength - 40);
  expect((await keysIn('/staged/')).length).toBeGreaterThan(0);
  for await (const one of api.parts.storage.list('accounts/')) {
    expect(findCanary(await api.parts.storage.getBytes(one))).toEqual([]);
  }
  for (const text of Object.values(await dumpDatabase(api.database.urls.owner))) {
    expect(findCanary(Buffer.from(text))).toEqual([]);
  }
  expect((await sendBytes(crew, photo, image.byteLength - 40)).status).toBe(200);
  for await (const one of api.parts.storage.list('accounts/')) {
    expect(findCanary(await api.parts.storage.getBytes(one))).toEqual([]);
  }
  expect(findCanary(Buffer.from(api.logged()))).toEqual([]);
  await expectNothingStaged(photo);
});

test('a large photo whose connection breaks again and again arrives whole', async () => {
  const photo = photoOf(large);
  let offset: number | null = null;
  for (let cuts = 0; cuts < 6; cuts += 1) {
    const left = large.byteLength - (offset ?? 0);
    await breakOff(api.url, crew, photo, { from: offset, sent: randomInt(1, Math.ceil(left / 2)) });
    offset = await untilOffset(photo, (offset ?? 0) + 1);
    expect(offset).toBeLessThan(large.byteLength);
  }
  const receipt = await receiptOf(sendBytes(crew, photo, offset ?? 0));
  expect(receipt.images).toEqual([{ sha256: sha256Of(large), storedSha256: expect.any(String) }]);
  await expectNothingStaged(photo);
});

test('the same photo over several connections at once is stored once', async () => {
  const photo = photoOf(large);
  const answers = await Promise.all([beginPhoto(crew, photo), beginPhoto(crew, photo), beginPhoto(crew, photo)]);
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const receipt = await receiptOf(askReceipt(crew, photo.uploadId));
  expect(await keysIn(receipt.ticketId)).toHaveLength(1);
  expect(await statesOf(photo)).toEqual(['received']);
  expect(await ask('select count(*)::int as n from audit_events where subject_id = $1', [receipt.ticketId])).toEqual([
    { n: 1 },
  ]);
  await expectKeyGone(photo);
});

test('a photo that is not what the manifest says goes, and can be sent again', async () => {
  const right = await drawPhoto();
  const wrong = Buffer.from(right);
  wrong[100] = (wrong[100] ?? 0) ^ 1;
  const photo = photoOf(right);
  expect((await beginPhoto(crew, photo, wrong.subarray(0, 200))).status).toBe(201);
  expect(await problemOf(sendBytes(crew, { ...photo, images: [wrong] }, 200))).toMatchObject({
    status: 422,
    code: 'hash_mismatch',
  });
  expect(await offsetOf(photo)).toBe(404);
  await expectNothingStaged(photo);
  expect((await receiptOf(beginPhoto(crew, photo))).images).toHaveLength(1);
});

test('a photo that can not be a ticket’s takes the ticket with it', async () => {
  const tooSmall = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  for (const [bad, code] of [
    [Buffer.from('no picture at all, just words'), 'unsupported_image'],
    [tooSmall, 'image_too_small'],
  ] as const) {
    const photo = photoOf(await drawPhoto(), bad);
    expect((await beginPhoto(crew, photo)).status).toBe(201);
    expect((await beginPhoto(crew, { ...photo, page: 1 }, bad.subarray(0, 10))).status).toBe(201);
    expect(await problemOf(sendBytes(crew, { ...photo, page: 1 }, 10))).toMatchObject({ code });
    expect(await statesOf(photo)).toEqual([]);
    expect(await offsetOf(photo)).toBe(404);
  }
  const photo = photoOf(await drawPhoto());
  const tooLarge = await crew.fetch('/v1/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(25 * 1024 * 1024 + 1),
      'upload-metadata': `manifest ${btoa(JSON.stringify({ uploadId: photo.uploadId, page: 0, images: [{ sha256: sha256Of(large) }] }))}`,
    },
  });
  expect(await problemOf(tooLarge)).toMatchObject({ status: 413, code: 'image_too_large' });
  expect(await statesOf(photo)).toEqual([]);
  await expectNothingStaged(photo);
});

test('storage that fails loses nothing: the phone is told to try again, and goes on', async () => {
  const photo = photoOf(await drawPhoto());
  expect((await beginPhoto(crew, photo, photo.images[0]?.subarray(0, 200))).status).toBe(201);
  const { put, getBytes } = api.parts.storage;
  const fail = () => Promise.reject(new Error('the store is away'));
  Object.assign(api.parts.storage, { put: fail, getBytes: fail });
  try {
    expect(await problemOf(sendBytes(crew, photo, 200, 300))).toMatchObject({ status: 503, code: 'not_ready' });
    expect((await sendBytes(crew, photo, 200)).status).toBe(503);
    expect((await beginPhoto(crew, photoOf(await drawPhoto()))).status).toBe(503);
    expect(await offsetOf(photo)).toBe(200);
  } finally {
    Object.assign(api.parts.storage, { put, getBytes });
  }
  expect((await receiptOf(sendBytes(crew, photo, 200))).images).toHaveLength(1);
  // The piece that could not be written has a row that the sweep takes.
  const pieces = await ask(
    'select p.stored_at from staged_pieces p join tickets t on t.id = p.ticket_id where t.upload_id = $1',
    [photo.uploadId],
  );
  expect(pieces).toEqual([{ stored_at: null }]);
});

test('a ticket that a crash left whole but not received is received by the next request, whichever it is', async () => {
  const next: ((photo: TestPhoto) => Promise<unknown>)[] = [
    (photo) => askOffset(crew, photo),
    (photo) => beginPhoto(crew, photo),
    (photo) => sendBytes(crew, photo, 0),
    (photo) => askReceipt(crew, photo.uploadId),
  ];
  for (const come of next) {
    const [bytes] = [await drawPhoto()];
    const photo = photoOf(bytes);
    const manifest = {
      uploadId: photo.uploadId,
      ticketType: 'field_ticket' as const,
      images: [{ sha256: sha256Of(bytes) }],
    };
    const begun = await beginUpload(api.parts.db, crew.scope, manifest, photo.uploadId);
    const imageId = begun.images[0]?.id ?? '';
    await storeImage(api.parts.db, api.parts.storage, crew.scope, { ticketId: begun.ticketId, imageId, bytes });
    expect(await statesOf(photo)).toEqual(['uploading']);
    await come(photo);
    expect(await statesOf(photo)).toEqual(['received']);
    expect((await receiptOf(askReceipt(crew, photo.uploadId))).ticketId).toBe(begun.ticketId);
  }
});

test('bytes that arrive keep the ticket young; one that the sweep removed is begun again', async () => {
  const photo = photoOf(await drawPhoto());
  await beginPhoto(crew, photo, photo.images[0]?.subarray(0, 100));
  const ageOf = async () =>
    (
      await ask("select updated_at < now() - interval '1 hour' as old from tickets where upload_id = $1", [
        photo.uploadId,
      ])
    )[0]?.old;
  await ask(
    `set session_replication_role = replica; update tickets set updated_at = now() - interval '20 hours' where upload_id = '${photo.uploadId}'`,
  );
  expect(await ageOf()).toBe(true);
  await sendBytes(crew, photo, 100, 200);
  expect(await ageOf()).toBe(false);

  await ask(`delete from tickets where upload_id = $1`, [photo.uploadId]);
  expect(await offsetOf(photo)).toBe(404);
  expect((await sendBytes(crew, photo, 200)).status).toBe(404);
  expect((await receiptOf(beginPhoto(crew, photo))).images).toHaveLength(1);
});

test('an upload in one request that breaks off takes nothing away from a resumable one that came after it', async () => {
  const photo = photoOf(await drawPhoto(), await drawPhoto());
  const images = photo.images.map((bytes) => ({ sha256: sha256Of(bytes) }));
  const manifest = { uploadId: photo.uploadId, ticketType: 'field_ticket' as const, images };
  const older = await beginUpload(api.parts.db, crew.scope, manifest);
  await beginPhoto(crew, photo, photo.images[0]?.subarray(0, 100));
  await abandonUpload(api.parts.db, api.parts.storage, crew.scope, older);
  expect(await offsetOf(photo)).toBe(100);
  // One that comes later and succeeds has stored what the other staged: the key goes at once, the pieces with the sweep.
  await storeTicket(crew, { images: photo.images, uploadId: photo.uploadId });
  expect(await offsetOf(photo)).toBe(photo.images[0]?.byteLength);
  await expectKeyGone(photo);
  expect((await receiptOf(askReceipt(crew, photo.uploadId))).images).toHaveLength(2);
});

test('somebody else’s upload answers like one that never was', async () => {
  const photo = photoOf(await drawPhoto());
  await beginPhoto(crew, photo, photo.images[0]?.subarray(0, 100));
  for (const other of [owner, await api.account('Other company'), await api.member(owner, 'crew')]) {
    const unknown = { uploadId: randomUUID(), images: photo.images };
    expect(await offsetOf(photo, other)).toBe(await offsetOf(unknown, other));
    for (const send of [
      (one: TestPhoto) => sendBytes(other, one, 100),
      (one: TestPhoto) => askReceipt(other, one.uploadId),
    ]) {
      const [theirs, none] = [await problemOf(send(photo)), await problemOf(send(unknown))];
      expect({ ...theirs, requestId: '' }).toEqual({ ...none, requestId: '' });
      expect(theirs.code).toBe('not_found');
    }
    // The same id is another ticket under another member.
    expect((await receiptOf(beginPhoto(other, photo))).images).toHaveLength(1);
  }
  expect(await offsetOf(photo)).toBe(100);
  const elsewhere = { ...photoOf(await drawPhoto()), manifest: { memberId: owner.scope.memberId } };
  expect(await problemOf(beginPhoto(crew, elsewhere))).toMatchObject({ status: 401, code: 'not_signed_in' });
  const reused = { uploadId: photo.uploadId, images: [await drawPhoto()] };
  expect(await problemOf(beginPhoto(crew, reused))).toMatchObject({ status: 409, code: 'upload_id_reused' });
  expect((await receiptOf(sendBytes(crew, photo, 100))).images).toHaveLength(1);
});

test('what is not in the form of the protocol is refused with a problem', async () => {
  const send = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    problemOf(crew.fetch(path, { method, headers, ...(body === undefined ? {} : { body }) }));
  const tus = { 'tus-resumable': '1.0.0' };
  const manifest = (text: string) => ({ ...tus, 'upload-length': '10', 'upload-metadata': `manifest ${btoa(text)}` });
  const valid = (page: number) =>
    JSON.stringify({ uploadId: randomUUID(), page, images: [{ sha256: sha256Of(large) }] });
  expect(await send('POST', '/v1/uploads', {})).toMatchObject({ code: 'bad_request' });
  expect(await send('POST', '/v1/uploads', tus)).toMatchObject({ code: 'bad_request' });
  expect(await send('POST', '/v1/uploads', { ...tus, 'upload-length': '10' })).toMatchObject({
    code: 'invalid_manifest',
  });
  expect(await send('POST', '/v1/uploads', manifest('{}'))).toMatchObject({ code: 'invalid_manifest' });
  expect(await send('POST', '/v1/uploads', manifest('nonsense'))).toMatchObject({ code: 'invalid_manifest' });
  expect(await send('POST', '/v1/uploads', manifest(valid(1)))).toMatchObject({ code: 'invalid_manifest' });
  expect(await send('POST', '/v1/uploads', { ...manifest(valid(0)), 'upload-length': '-1' })).toMatchObject({
    code: 'bad_request',
  });
  expect(await send('POST', '/v1/uploads', { ...manifest(valid(0)), 'upload-length': '0' })).toMatchObject({
    code: 'bad_request',
  });
  expect(await send('PATCH', `/v1/uploads/${randomUUID()}.0`, tus, 'text')).toMatchObject({ code: 'bad_request' });
  const bytes = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  for (const name of [`${randomUUID()}.0`, `${randomUUID()}.20`, randomUUID(), 'x', '..%2f..%2fx.0', '%00']) {
    expect([name, (await send('PATCH', `/v1/uploads/${name}`, bytes, 'text')).code]).toEqual([name, 'not_found']);
  }
});

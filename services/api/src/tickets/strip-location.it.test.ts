import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation, plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import { Client } from 'pg';
import sharp from 'sharp';
import { storeTicket } from '../../test/send-test-upload.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

test('promise TP-2: a planted position reaches neither storage, database, logs nor export', async () => {
  const owner = await api.account('Hauling');
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#cba' } });
  const formats = {
    jpeg: await picture.jpeg().toBuffer(),
    png: await picture.png().toBuffer(),
    webp: await picture.webp().toBuffer(),
    tiff: await picture.tiff().toBuffer(),
    avif: await picture.avif({ effort: 0 }).toBuffer(),
  };
  const heic = join(import.meta.dirname, '../../../../packages/testing/fixtures/heic/small.heic');
  const sent = await Promise.all([
    ...[...Object.values(formats), await readFile(heic)].map((bytes) => plantLocation(bytes)),
    plantLocationInPdf([formats.jpeg]),
  ]);
  for (const bytes of sent) expect(findCanary(bytes).length).toBeGreaterThan(0);
  const ticket = await storeTicket(owner, { images: sent });

  const places: Record<string, Uint8Array> = {
    logs: Buffer.from(api.logged()),
    detail: Buffer.from(JSON.stringify(ticket)),
    export: Buffer.from(await (await owner.fetch('/v1/exports/tickets.json')).arrayBuffer()),
  };
  const entries = await readdir(api.storageFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files).toHaveLength(sent.length);
  for (const file of files) places[file] = await readFile(file);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows: tables } = await database.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'auth', 'queue') and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const { rows } = await database.query(`select coalesce(json_agg(t), '[]')::text as content from ${name} t`);
    places[name] = Buffer.from(rows[0].content);
  }
  await database.end();
  expect(tables.length).toBeGreaterThan(10);
  for (const [place, bytes] of Object.entries(places)) expect([place, findCanary(bytes)]).toEqual([place, []]);
});

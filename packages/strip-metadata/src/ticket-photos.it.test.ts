import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ExifReader from 'exifreader';
import { listParts } from '../test/list-parts.ts';
import { decodeUpright } from '../test/make-photo.ts';
import { readImageSize } from './read-image-size.ts';
import { stripMetadata } from './strip-metadata.ts';

/** A folder of ticket photos with positions in them, at any depth: `TICKET_DATA=/path npm test`. */
const folder = process.env.TICKET_DATA;

if (folder === undefined || !existsSync(folder)) {
  test.skip('promise TP-2 on real ticket photos: TICKET_DATA does not name a folder of them', () => {});
} else {
  test('promise TP-2: real ticket photos lose their position and keep their pixels', async () => {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
    expect(names.length).toBeGreaterThan(0);
    let withPosition = 0;
    for (const name of names) {
      const photo = await readFile(join(folder, name));
      if (ExifReader.load(photo, { expanded: true }).gps !== undefined) withPosition++;
      const { bytes } = await stripMetadata(photo);
      const left = ExifReader.load(Buffer.from(bytes), { expanded: true });
      expect({ name, gps: left.gps, xmp: left.xmp, iptc: left.iptc }).toEqual({ name });
      expect({ name, tags: Object.keys(left.exif ?? {}).filter((tag) => tag !== 'Orientation') }).toEqual({
        name,
        tags: [],
      });
      const seen = await decodeUpright(bytes);
      expect({ name, ...seen }).toEqual({ name, ...(await decodeUpright(photo)) });
      expect(await readImageSize(photo)).toMatchObject({ width: seen.width, height: seen.height });
      expect(Buffer.from((await stripMetadata(bytes)).bytes).equals(bytes)).toBe(true);
      listParts(bytes);
    }
    expect(withPosition).toBeGreaterThan(0);
  }, 600_000);
}

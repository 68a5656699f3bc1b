import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { NewPhoto } from '../../src/capture/outbox/outbox-ticket.ts';
import type { Random } from './seeded-random.ts';

const least = 20 * 1024;
const median = 200 * 1024;
/** Of the logarithm of sizes around their median. */
const spread = 0.85;
const tablesInSegment = 1_000;
const tableBytes = 65;

/**
 * Draws photos of 20 KB to `largest` bytes, half of them below 200 KB: a valid JPEG, made large by quantization tables that its picture does not use and
 * that nothing may take out. Each is another one by its first table, so that two that were mixed up would be noticed.
 */
export async function makePhotoDrawer(largest: number): Promise<(random: Random) => NewPhoto> {
  const picture = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#88aacc' } })
    .jpeg()
    .toBuffer();
  const padding = drawPadding(largest);
  let drawn = 0;
  return (random) => {
    const wanted = Math.round(Math.min(largest, Math.max(least, median * Math.exp(spread * normal(random)))));
    drawn += 1;
    const own = Buffer.alloc(tableBytes, 1);
    own[0] = 3;
    own.write(String(drawn).padStart(12, '7'), 1, 'latin1');
    for (let at = 13; at < tableBytes; at += 1) own[at] = random.between(1, 255);
    const bytes = Buffer.concat([
      picture.subarray(0, 2),
      segmentOf(own),
      ...padTo(padding, wanted),
      picture.subarray(2),
    ]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes: Uint8Array.from(bytes), mediaType: 'image/jpeg', sha256, thumbnail: null };
  };
}

/** Segments of tables, one after the other; random, so that no disk makes them small. */
function drawPadding(most: number): Buffer {
  const segments: Buffer[] = [];
  for (let bytes = 0; bytes < most + 70_000; bytes += tablesInSegment * tableBytes + 4) {
    const tables = randomBytes(tablesInSegment * tableBytes);
    for (let at = 0; at < tables.length; at += 1) if (tables[at] === 0) tables[at] = 1;
    for (let at = 0; at < tables.length; at += tableBytes) tables[at] = 3;
    segments.push(segmentOf(tables));
  }
  return Buffer.concat(segments);
}

/** Whole segments, and one more with as many tables as fit. */
function padTo(padding: Buffer, wanted: number): Buffer[] {
  const segment = tablesInSegment * tableBytes + 4;
  const whole = Math.floor(wanted / segment) * segment;
  const tables = Math.max(1, Math.floor((wanted - whole) / tableBytes));
  return [padding.subarray(0, whole), segmentOf(padding.subarray(whole + 4, whole + 4 + tables * tableBytes))];
}

function segmentOf(tables: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xdb, 0, 0]);
  head.writeUInt16BE(tables.length + 2, 2);
  return Buffer.concat([head, tables]);
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

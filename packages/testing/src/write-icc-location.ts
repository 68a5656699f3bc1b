import sharp from 'sharp';
import { decimalText, type LocationCanary } from './location-canary.ts';

const headerLength = 128;

/** An sRGB colour profile with one tag more, `gps `, which holds the canary as text (ICC.1:2022, section 7.3). */
export async function writeIccLocation(canary: LocationCanary): Promise<Buffer> {
  const blank = { width: 1, height: 1, channels: 3, background: 'white' } as const;
  const { icc } = await sharp(await sharp({ create: blank }).withIccProfile('srgb').png().toBuffer()).metadata();
  if (!icc) throw new Error('sharp wrote no colour profile');
  const count = icc.readUInt32BE(headerLength);
  const table = Buffer.from(icc.subarray(headerLength + 4, headerLength + 4 + count * 12));
  // The table grows by one entry of 12 bytes, so everything behind it moves.
  for (let at = 4; at < table.length; at += 12) table.writeUInt32BE(table.readUInt32BE(at) + 12, at);
  const words = `text\0\0\0\0${decimalText(canary)} ${canary.place}\0`;
  // Tags and the whole profile are multiples of four bytes long, or readers of PNG drop the profile.
  const text = Buffer.alloc(Math.ceil(words.length / 4) * 4, 0);
  text.write(words, 'latin1');
  const data = icc.subarray(headerLength + 4 + count * 12);
  const entry = Buffer.concat([Buffer.from('gps '), u32(icc.length + 12), u32(text.length)]);
  const profile = Buffer.concat([icc.subarray(0, headerLength), u32(count + 1), table, entry, data, text]);
  profile.writeUInt32BE(profile.length, 0);
  return profile;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

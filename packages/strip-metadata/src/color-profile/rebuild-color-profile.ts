import { collectBytes } from '../collect-bytes.ts';
import { readName, readUint32 } from '../read-integer.ts';
import { nameBytes, uint32Bytes } from '../write-integer.ts';
import { colorTagLength } from './color-tag-length.ts';
import { writeProfileText } from './write-profile-text.ts';

/** `place` is the same for tags that share one stretch of the profile. */
type Tag = { name: string; data: Uint8Array; place: string };

/** Larger profiles than this are no part of a photo; a printing press's four-colour profile has 0.5 to 3 MB. */
export const longestColorProfile = 4 * 1024 * 1024;
const headerLength = 128;
const tagEntryLength = 12;
const mostTags = 100;
/** The first three fields that say how colours are meant: version, class and the two colour spaces. */
const kept = { meaning: [8, 24], signature: [36, 40], intentAndWhite: [64, 80] } as const;
const fixedDate = [0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

/**
 * The same ICC profile (ICC.1:2022) with only what turns numbers into colours: names, copyright, makers' private tags,
 * device ids, dates and all other text are where software could write a place or a person, so they are left out or
 * replaced by fixed ones. Undefined when the profile is broken; the picture is then shown as sRGB.
 */
export function rebuildColorProfile(profile: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const colorTags = readColorTags(profile);
  if (colorTags === undefined) return undefined;
  const isVersion4 = (profile[8] ?? 0) >= 4;
  const tags: Tag[] = [
    { name: 'desc', data: writeProfileText('Color profile', isVersion4 ? 'v4' : 'v2 description'), place: 'desc' },
    { name: 'cprt', data: writeProfileText('None', isVersion4 ? 'v4' : 'v2 text'), place: 'cprt' },
    ...colorTags,
  ];
  const table = collectBytes(4 + tags.length * tagEntryLength);
  table.add(uint32Bytes(tags.length));
  const data = collectBytes(profile.length);
  const dataStart = headerLength + 4 + tags.length * tagEntryLength;
  // Red, green and blue often share one curve; it is written once, as it was.
  const written = new Map<string, number>();
  let length = dataStart;
  for (const tag of tags) {
    let offset = written.get(tag.place);
    if (offset === undefined) {
      offset = length;
      const padding = (4 - (tag.data.length % 4)) % 4;
      length += tag.data.length + padding;
      // Tags that overlap one another could make much out of little.
      if (length > longestColorProfile) return undefined;
      data.add(tag.data);
      data.add(new Uint8Array(padding));
      written.set(tag.place, offset);
    }
    table.add([...nameBytes(tag.name), ...uint32Bytes(offset), ...uint32Bytes(tag.data.length)]);
  }
  const rebuilt = collectBytes(length);
  rebuilt.add(writeHeader(profile, length));
  rebuilt.add(table.toBytes());
  rebuilt.add(data.toBytes());
  return rebuilt.toBytes();
}

/** The tags that say colours, in the profile's order; undefined when the profile is no profile. */
function readColorTags(profile: Uint8Array): Tag[] | undefined {
  if (profile.length < headerLength + 4 || profile.length > longestColorProfile) return undefined;
  const length = readUint32(profile, 0);
  if (length > profile.length || readName(profile, 36) !== 'acsp') return undefined;
  const count = readUint32(profile, headerLength);
  if (count > mostTags || headerLength + 4 + count * tagEntryLength > length) return undefined;
  const tags: Tag[] = [];
  for (let index = 0; index < count; index++) {
    const entry = headerLength + 4 + index * tagEntryLength;
    const name = readName(profile, entry);
    const start = readUint32(profile, entry + 4);
    const end = start + readUint32(profile, entry + 8);
    if (start < headerLength || end > length) return undefined;
    const meant = colorTagLength(name, profile.subarray(start, end));
    if (meant === undefined || start + meant > end || tags.some((tag) => tag.name === name)) continue;
    tags.push({ name, data: profile.subarray(start, start + meant), place: `${start} ${meant}` });
  }
  return tags.length === 0 ? undefined : tags;
}

function writeHeader(profile: Uint8Array, length: number): Uint8Array {
  const header = new Uint8Array(headerLength);
  header.set(uint32Bytes(length), 0);
  for (const [start, end] of Object.values(kept)) header.set(profile.subarray(start, end), start);
  header.set(fixedDate, 24);
  return header;
}

import { nameBytes, uint16Bytes, uint32Bytes } from '../write-integer.ts';

export type ProfileTextKind = 'v2 description' | 'v2 text' | 'v4';

/**
 * A text tag of an ICC profile: `desc` or `text` of version 2 (ICC.1:2001-04, 6.5.17 and 6.5.18), or `mluc` of version
 * 4.
 */
export function writeProfileText(text: string, kind: ProfileTextKind): Uint8Array {
  const reserved = [0, 0, 0, 0];
  const characters = [...nameBytes(text), 0];
  if (kind === 'v2 text') return Uint8Array.from([...nameBytes('text'), ...reserved, ...characters]);
  if (kind === 'v2 description') {
    const emptyTranslations = new Array<number>(4 + 4 + 2 + 1 + 67).fill(0);
    const length = uint32Bytes(characters.length);
    return Uint8Array.from([...nameBytes('desc'), ...reserved, ...length, ...characters, ...emptyTranslations]);
  }
  const record = [...nameBytes('enUS'), ...uint32Bytes(text.length * 2), ...uint32Bytes(28)];
  const utf16 = nameBytes(text).flatMap(uint16Bytes);
  return Uint8Array.from([
    ...nameBytes('mluc'),
    ...reserved,
    ...uint32Bytes(1),
    ...uint32Bytes(12),
    ...record,
    ...utf16,
  ]);
}

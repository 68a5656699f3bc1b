/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A damaged copy of a file: cut short, with bits flipped (half of the time near its beginning, where sizes stand), with a
 * stretch of bytes overwritten, left out or doubled.
 */
export function damageFile(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = (): number => Math.floor(random() * (random() < 0.5 ? Math.min(bytes.length, 400) : bytes.length));
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.slice(0, place());
  const copy = Uint8Array.from(bytes);
  if (kind === 1) {
    for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips--) {
      const at = place();
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return copy;
  }
  const from = place();
  const to = Math.min(bytes.length, from + 1 + Math.floor(random() * 64));
  if (kind === 2) return copy.fill(random() < 0.5 ? 0xff : Math.floor(random() * 256), from, to);
  const parts = kind === 3 ? [copy.slice(0, from), copy.slice(to)] : [copy.slice(0, to), copy.slice(from)];
  return Buffer.concat(parts);
}

import { collectBytes } from '../collect-bytes.ts';

/**
 * Puts a colour profile together from the pieces that JPEG cuts it into (ICC.1:2022, annex B.4): each starts with its
 * number, from 1, and the number of pieces. Undefined when one is missing or they contradict one another.
 */
export function joinColorProfile(pieces: Uint8Array[]): Uint8Array | undefined {
  const count = pieces[0]?.[1] ?? 0;
  if (count === 0 || pieces.length !== count) return undefined;
  const profile = collectBytes(pieces.length * 0x10000);
  for (let number = 1; number <= count; number++) {
    const piece = pieces.find((candidate) => candidate[0] === number && candidate[1] === count);
    if (piece === undefined) return undefined;
    profile.add(piece.subarray(2));
  }
  return profile.toBytes();
}

import { type Area, areaAround, type PageWord } from './page-word.ts';

/** Words of one line that stand close enough to be one phrase, from left to right. */
export type Segment = Area & { words: readonly PageWord[]; page: number };

/** A gap wider than this many heights of the taller neighbour ends a phrase. */
const widestGap = 1.25;
/** What the engine saw as one line may have gaps as wide as so many of its letters. */
const widestInLetters = 1.9;
const leastOverlap = 0.45;
const mostHeightRatio = 2.6;

/** Joins words to phrases by where they stand, whatever lines the text engine made of them. */
export function buildSegments(words: readonly PageWord[]): Segment[] {
  const byLeft = [...words].sort((a, b) => a.left - b.left);
  const next = new Map<PageWord, PageWord>();
  const taken = new Set<PageWord>();
  for (const word of byLeft) {
    if (word.endsBox) continue;
    const follower = nearestFollower(word, byLeft, taken);
    if (follower === undefined) continue;
    next.set(word, follower);
    taken.add(follower);
  }
  const segments = byLeft.filter((word) => !taken.has(word)).map((first) => makeSegment(chain(first, next)));
  return segments.sort((a, b) => a.page - b.page || a.top - b.top);
}

/** A phrase of the given words; there has to be one at least. */
export function makeSegment(words: readonly PageWord[]): Segment {
  return { ...areaAround(words), words, page: words[0]?.page ?? 0 };
}

/** By how much two areas share their vertical extent, as a share of the lower one's height. */
export function sharedHeight(a: Area, b: Area): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.min(a.bottom - a.top, b.bottom - b.top);
}

function nearestFollower(
  word: PageWord,
  byLeft: readonly PageWord[],
  taken: ReadonlySet<PageWord>,
): PageWord | undefined {
  const height = word.bottom - word.top;
  let nearest: PageWord | undefined;
  for (const other of byLeft) {
    if (other === word || other.page !== word.page || taken.has(other) || other.left < word.left) continue;
    const otherHeight = other.bottom - other.top;
    const gap = other.left - word.right;
    const [low, tall] = [Math.min(height, otherHeight), Math.max(height, otherHeight)];
    // in wide type the spaces are wide, too
    const wide = other.line === word.line ? widestInLetters * letterWidth(word) : 0;
    if (
      gap > Math.max(widestGap * tall, wide) ||
      gap > Math.max(2.5 * widestGap * low, wide) ||
      gap < -0.5 * tall ||
      tall > mostHeightRatio * Math.max(low, 1)
    )
      continue;
    if (sharedHeight(word, other) < leastOverlap) continue;
    if (nearest === undefined || other.left < nearest.left) nearest = other;
  }
  return nearest;
}

function letterWidth({ left, right, text }: PageWord): number {
  return (right - left) / Math.max(1, text.length);
}

function chain(first: PageWord, next: ReadonlyMap<PageWord, PageWord>): PageWord[] {
  const words: PageWord[] = [];
  for (let word: PageWord | undefined = first; word !== undefined; word = next.get(word)) words.push(word);
  return words;
}

import type { GreyImage } from '../../image/grey-image.ts';
import { spanOf } from '../page-word.ts';
import type { EngineWord } from '../text-engine.ts';

const margin = 2;
/** Two words are the same ink when they share this much of the smaller one's area. */
const leastShared = 0.4;
/** What only the second reading saw has to be this sure; specks and strokes of signatures are less. */
const leastConfidence = 0.5;

/** A copy of the picture with the given words painted white. */
export function eraseWords(image: GreyImage, words: readonly EngineWord[]): GreyImage {
  const data = Uint8Array.from(image.data);
  for (const word of words) {
    const span = spanOf(word.quad);
    const left = Math.max(0, Math.floor(span.left) - margin);
    const right = Math.min(image.width, Math.ceil(span.right) + margin);
    const bottom = Math.min(image.height, Math.ceil(span.bottom) + margin);
    for (let y = Math.max(0, Math.floor(span.top) - margin); y < bottom; y++) {
      data.fill(255, y * image.width + left, y * image.width + right);
    }
  }
  return { ...image, data };
}

/** The words of two readings of one page: of those on the same ink the surer, and what only one of them saw. */
export function mergeWords(first: readonly EngineWord[], second: readonly EngineWord[]): EngineWord[] {
  const replaced = new Set<EngineWord>();
  const added: EngineWord[] = [];
  const lines = Math.max(0, ...first.map((word) => word.line + 1));
  for (const word of second) {
    const same = first.filter((other) => sharedArea(word, other) >= leastShared);
    if (
      same.length === 0 ? word.confidence < leastConfidence : same.some((other) => other.confidence >= word.confidence)
    ) {
      continue;
    }
    for (const other of same) replaced.add(other);
    added.push({ ...word, line: lines + word.line });
  }
  return [...first.filter((word) => !replaced.has(word)), ...added];
}

function sharedArea(first: EngineWord, second: EngineWord): number {
  const [a, b] = [spanOf(first.quad), spanOf(second.quad)];
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min((a.right - a.left) * (a.bottom - a.top), (b.right - b.left) * (b.bottom - b.top));
}

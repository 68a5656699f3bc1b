import type { Steps } from './join-chances.ts';

/** What is likeliest step by step, equal signs one after the other once. */
export function readGreedily({ rows, signs }: Steps): string {
  const width = signs.length + 1;
  let text = '';
  let before = 0;
  for (let row = 0; row < rows.length; row += width) {
    let best = 0;
    for (let other = 1; other < width; other++) {
      if ((rows[row + other] ?? 255) < (rows[row + best] ?? 255)) best = other;
    }
    if (best !== 0 && best !== before) text += signs[best - 1] ?? '';
    before = best;
  }
  return text.replace(/ +/g, ' ').trim();
}

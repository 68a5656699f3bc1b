import type { FieldType } from '@ticket-pros/contracts/field';
import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import type { PageWord } from '../text/page-word.ts';
import type { ColumnHead } from './find-table-heads.ts';

/** A head and what its cells hold; null where nobody asked for them. */
export type Column = { head: ColumnHead; name: string | null; type: FieldType | null };

/** The words of a row by column, and how badly they fit there. */
export type RowLayout = { cells: PageWord[][]; cost: number };

const farOff = 1.5;

/**
 * Shares the words of a row, from left to right, out among the columns: each goes where it stands under the head or near it and looks like
 * what the column holds; close words stay together. The best of all ways that keep the order (Viterbi).
 */
export function layOutRow(words: readonly PageWord[], columns: readonly Column[]): RowLayout {
  let costs = columns.map(() => 0);
  const from: number[][] = [];
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    const own = columns.map((_, c) => placeCost(word, columns, c) + typeCost(word, columns[c] as Column));
    const back: number[] = [];
    costs = columns.map((_, c) => {
      let best = Number.POSITIVE_INFINITY;
      for (let p = 0; p <= c; p++) {
        const cost = (costs[p] ?? 0) + (before === undefined ? 0 : stepCost(before, word, p === c));
        if (cost < best) {
          best = cost;
          back[c] = p;
        }
      }
      return best + (own[c] ?? 0);
    });
    from.push(back);
  }
  const cells: PageWord[][] = columns.map(() => []);
  let column = costs.indexOf(Math.min(...costs));
  const cost = costs[column] ?? 0;
  for (let i = words.length - 1; i >= 0; i--) {
    cells[column]?.unshift(words[i] as PageWord);
    column = from[i]?.[column] ?? column;
  }
  return { cells, cost };
}

/** 0 under the head; between two heads more the nearer the other one is; most under another head. */
function placeCost(word: PageWord, columns: readonly Column[], index: number): number {
  const head = columns[index]?.head;
  if (head === undefined) return farOff;
  const overlap = Math.min(word.right, head.right) - Math.max(word.left, head.left);
  if (overlap > 0) return 0;
  const isLeft = word.right <= head.left;
  const distance = isLeft ? head.left - word.right : word.left - head.right;
  const neighbour = columns[isLeft ? index - 1 : index + 1]?.head;
  if (neighbour === undefined) return Math.min(1, distance / (12 * (head.bottom - head.top)));
  const gap = isLeft ? head.left - neighbour.right : neighbour.left - head.right;
  const isBeyond = distance >= gap;
  return isBeyond
    ? farOff + (distance - gap) / (8 * (head.bottom - head.top))
    : 0.1 + 0.7 * (distance / Math.max(1, gap));
}

function typeCost({ text }: PageWord, { name, type }: Column): number {
  if (name === null) return 0.3;
  const isNumber = /^[$(]?[\d.,]*\d[\d.,/]*\)?[%#]?$/.test(text);
  const hasDigit = /\d/.test(text);
  switch (type) {
    case 'money':
      return isNumber ? (/[.,]\d\d/.test(text) ? -0.2 : 0) : hasDigit ? 0.6 : 1.4;
    case 'number':
      return isNumber ? 0 : hasDigit ? 0.6 : 1.4;
    case 'unit':
      return findKnownUnit(text) !== undefined ? -0.4 : isNumber ? 1.4 : text.length <= 5 ? 0.3 : 1.2;
    default:
      return /[.,]\d\d$/.test(text) ? 0.8 : isNumber ? 0.4 : 0;
  }
}

function stepCost(before: PageWord, word: PageWord, stays: boolean): number {
  const gap = (word.left - before.right) / Math.max(1, Math.min(word.bottom - word.top, before.bottom - before.top));
  if (stays) return gap > 2.5 ? 0.6 : 0;
  return gap < 0.3 ? 1.2 : gap < 0.8 ? 0.5 : 0;
}

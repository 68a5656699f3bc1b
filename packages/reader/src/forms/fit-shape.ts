import type { FormField } from '@ticket-pros/contracts/form';
import { foldText } from './fold-text.ts';
import { maskOf, shapeOf } from './usual-shape.ts';

/** So much has to be said of a field's shapes before a text is cut or mended to fit one. */
const leastToCut = 0.4;
const leastToMend = 1.4;
/** Signs that look alike beyond those that `foldText` takes for one. */
const alike = ['T1', 'T7', '17', 'C0', 'U0', 'A4'];
/** A shape of fewer signs than this is fitted by too much. */
const shortest = 3;

/**
 * The identifier in a text that is made as those that stood in its field before: without letters that a label left before
 * it (`N65230`), with signs that look alike put right (`I-55` where others begin with `T-`). Null where the text fits as it
 * is, or not even then.
 */
export function fitShape({ shapes }: FormField, words: readonly string[]): string | null {
  const total = shapes.reduce((sum, { weight }) => sum + weight, 0);
  if (total < leastToCut) return null;
  const known = shapes.map(({ shape }) => shape).filter((shape) => shape.length >= shortest);
  const pieces = piecesOf(words);
  const [whole] = pieces;
  if (whole === undefined || known.includes(shapeOf(whole))) return null;
  if (total >= leastToMend) {
    for (const shape of known) {
      const mended = mend(whole, shape);
      if (mended !== null) return mended;
    }
  }
  if (known.some((shape) => maskOf(shape) === maskOf(shapeOf(whole)))) return null;
  const cut = pieces.slice(1).find((piece) => known.includes(shapeOf(piece)));
  if (cut !== undefined) return cut;
  const mask = pieces.slice(1).find((piece) => known.some((shape) => maskOf(shape) === maskOf(shapeOf(piece))));
  return mask ?? null;
}

/**
 * The whole text and what is left of it without letters and marks before it, or without words at its ends: digits that
 * were read together are never parted.
 */
function piecesOf(words: readonly string[]): string[] {
  const clean = words.map((word) => word.toUpperCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const whole = clean.join('');
  const parts = clean.length > 1 ? [clean.slice(1).join(''), clean.slice(0, -1).join(''), ...clean] : [];
  return [whole, ...parts].flatMap((text, i) => {
    const cuts = [...text.matchAll(/(?<=\P{Nd})(?=[\p{L}\p{N}])|(?<=\p{L}[^\p{L}\p{N}]+)(?=\p{Nd})/gu)];
    return [...(i === 0 || text !== whole ? [text] : []), ...cuts.map(({ index }) => text.slice(index))];
  });
}

/** The text where it is as long as the shape and differs from it by signs that look alike; null where it doesn't, or in nothing. */
function mend(text: string, shape: string): string | null {
  if (text.length !== shape.length) return null;
  let changed = false;
  let out = '';
  for (let i = 0; i < shape.length; i++) {
    const [sign = '', wanted = ''] = [text[i], shape[i]];
    const isDigit = wanted === '9';
    if (isDigit ? /\p{Nd}/u.test(sign) : sign === wanted) {
      out += sign;
      continue;
    }
    const put = isDigit ? digitLike(sign) : looksAlike(sign, wanted) ? wanted : null;
    if (put === null) return null;
    out += put;
    changed = true;
  }
  return changed ? out : null;
}

function digitLike(sign: string): string | null {
  const digit = foldText(sign);
  return /^\d$/.test(digit) ? digit : null;
}

function looksAlike(a: string, b: string): boolean {
  const [first, second] = [foldText(a), foldText(b)];
  return first !== '' && (first === second || alike.includes(first + second) || alike.includes(second + first));
}

import type { Box } from '@ticket-pros/contracts/box';
import type { Point, Quad } from '../image/grey-image.ts';
import { type PageWord, spanOf } from '../text/page-word.ts';
import { canonicalLabel } from './label-wording.ts';

/** `Ticket:60418`, `PO#75869`: up to its mark the word is a label. */
const marked = /^([\p{L}][\p{L}.#/]*[:#])(?=[\p{L}\p{N}$(#])(?!\/\/)/u;
/** `No.60418`, `NO.TM-25372`: a number sign and the number. */
const numberSign = /^((?:N[oO0]|#)\.)(?=[\p{L}-]*\d)/u;
/** `GROSS43,700`, `DATE03/14/25`: letters, then a number. */
const lettersFirst = /^([\p{L}.]{4,}?)(?=[$#]?\d)/u;
/** `NumberFT-1891202`: a word in small letters that a capital or a digit follows. */
const wordFirst = /^(\p{Lu}\p{Ll}{3,})(?=[\p{Lu}\d][\p{L}-]*\d)/u;
/** The side of a box between two values. */
const boxSide = /(?<=[\p{L}\p{N}.]{3})[|]+(?=[\p{Lu}\p{N}$][\p{L}\p{N}.,/-]{2})/u;

/**
 * Words in which a label and what is filled in behind it were read as one, cut in two. `wordings` are the canonical wordings of
 * labels; letters that run on into a number count only where they are one of these.
 */
export function splitGluedWords(words: readonly PageWord[], wordings: ReadonlySet<string>): PageWord[] {
  return words.flatMap(splitAtBoxSides).flatMap((word) => {
    const cut = labelLength(word.text, wordings);
    return cut === 0 ? [word] : [partOf(word, 0, cut), partOf(word, cut, word.text.length)];
  });
}

function splitAtBoxSides(word: PageWord): PageWord[] {
  const side = boxSide.exec(word.text);
  if (side === null) return [word];
  const end = side.index + side[0].length;
  return [{ ...partOf(word, 0, side.index), endsBox: true }, ...splitAtBoxSides(partOf(word, end, word.text.length))];
}

function labelLength(text: string, wordings: ReadonlySet<string>): number {
  const sign = (marked.exec(text) ?? numberSign.exec(text))?.[1];
  if (sign !== undefined) return sign.length;
  const letters = wordFirst.exec(text)?.[1] ?? lettersFirst.exec(text)?.[1];
  return letters !== undefined && wordings.has(canonicalLabel(letters)) ? letters.length : 0;
}

/** Some signs of a word, which are taken to be equally wide. */
export function partOf(word: PageWord, from: number, to: number): PageWord {
  const signs = word.text.length;
  const [start, end] = [from / signs, to / signs];
  const between = (a: Point, b: Point, share: number): Point => ({
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
  });
  const [a, b, c, d] = word.quad;
  const quad = [between(a, b, start), between(a, b, end), between(d, c, end), between(d, c, start)] as const;
  const width = word.right - word.left;
  return {
    ...word,
    text: word.text.slice(from, to),
    characters: word.characters.length === signs ? word.characters.slice(from, to) : word.characters,
    chances: undefined,
    left: word.left + width * start,
    right: word.left + width * end,
    quad,
    box: boxWithin(word.box, quad),
  };
}

function boxWithin(whole: Box, quad: Quad): Box {
  const { left, top, right, bottom } = spanOf(quad);
  const x = Math.max(whole.x, Math.floor(left));
  const y = Math.max(whole.y, Math.floor(top));
  const width = Math.min(whole.x + whole.width, Math.ceil(right)) - x;
  const height = Math.min(whole.y + whole.height, Math.ceil(bottom)) - y;
  return { page: whole.page, x, y, width: Math.max(1, width), height: Math.max(1, height) };
}

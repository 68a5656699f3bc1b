import type { FlatPage } from '../../image/flatten-page.ts';
import type { GreyImage } from '../../image/grey-image.ts';
import { locatePage, straightenPage } from '../../image/straighten-page.ts';
import { spanOf } from '../page-word.ts';
import type { EngineWord, PageText } from '../text-engine.ts';
import { eraseWords, mergeWords } from './merge-words.ts';
import type { TextLayout } from './open-tesseract.ts';

/**
 * The page lies the right way up when this share of its letters stands in words read well, and there are this many of
 * them.
 */
const goodShare = 0.6;
const goodLetters = 60;
/** Words less sure than this are read a second time, together with whatever was passed over. */
const sureWord = 0.6;

/**
 * Reads the text of one upright photo. Where it makes little sense, the page may lie on its side or head: then it is
 * read in all four directions, and the one with the most text read well is taken.
 */
export async function recognizePage(
  photo: GreyImage,
  recognize: (image: GreyImage, layout: TextLayout) => Promise<EngineWord[]>,
): Promise<PageText> {
  const corners = locatePage(photo);
  let best: { flat: FlatPage; words: EngineWord[]; letters: number } | null = null;
  for (const quarterTurns of [0, 3, 1, 2]) {
    const flat = straightenPage(photo, corners, quarterTurns);
    const words = (await recognize(flat.image, 'page')).filter(isPrint);
    const letters = lettersReadWell(words);
    if (best === null || letters > best.letters) best = { flat, words, letters };
    if (letters >= goodLetters && letters >= goodShare * countLetters(words)) break;
  }
  if (best === null) throw new Error('A page is read in one direction at least.');
  const { flat, words } = best;
  const rest = await recognize(eraseWords(flat.image, words.filter(isSure)), 'scattered');
  return { words: mergeWords(words, rest.filter(isPrint)), toUpright: flat.toUpright };
}

function isSure({ confidence }: EngineWord): boolean {
  return confidence >= sureWord;
}

/**
 * Letters, digits and the signs that stand between words; anything else is a speck, a line or a stroke of a signature.
 */
function isPrint({ text }: EngineWord): boolean {
  return /[\p{L}\p{N}#$]/u.test(text) || /^[&/:+%.–—-]$/u.test(text);
}

/** Words that stand upright on the page count; the engine also reads columns of text that lies on its side. */
function lettersReadWell(words: readonly EngineWord[]): number {
  return countLetters(
    words.filter(({ text, confidence, quad }) => {
      const { left, top, right, bottom } = spanOf(quad);
      return confidence >= 0.75 && right - left > bottom - top && /^[\p{L}\p{N}.,:#$/&'"()-]{3,}$/u.test(text);
    }),
  );
}

function countLetters(words: readonly EngineWord[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}

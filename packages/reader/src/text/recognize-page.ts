import type { GreyImage } from '../image/grey-image.ts';
import { locatePage, straightenPage } from '../image/straighten-page.ts';
import { type PageWord, placeWords } from './page-word.ts';
import type { EngineWord, TextEngine } from './text-engine.ts';

/** The page lies the right way up when this share of its letters stands in words read well, and there are this many of them. */
const goodShare = 0.6;
const goodLetters = 60;

/**
 * Reads the text of one upright photo. Where it makes little sense, the page may lie on its side or head: then it is read in
 * all four directions, and the one with the most text read well is taken.
 */
export async function recognizePage(photo: GreyImage, page: number, engine: TextEngine): Promise<PageWord[]> {
  const corners = locatePage(photo);
  const attempts: { words: PageWord[]; letters: number }[] = [];
  for (const quarterTurns of [0, 3, 1, 2]) {
    const flat = straightenPage(photo, corners, quarterTurns);
    const seen = (await engine.recognizeText(flat.image)).filter((word) => isPrint(word));
    const letters = lettersReadWell(seen);
    attempts.push({ words: placeWords(seen, flat.toUpright, page, photo), letters });
    if (letters >= goodLetters && letters >= goodShare * countLetters(seen)) break;
  }
  attempts.sort((a, b) => b.letters - a.letters);
  return attempts[0]?.words ?? [];
}

/** Letters, digits and the signs that stand between words; anything else is a speck, a line or a stroke of a signature. */
function isPrint({ text }: EngineWord): boolean {
  return /[\p{L}\p{N}#$]/u.test(text) || /^[&/:+%.–—-]$/u.test(text);
}

function lettersReadWell(words: readonly EngineWord[]): number {
  return countLetters(
    words.filter((word) => word.confidence >= 0.75 && /^[\p{L}\p{N}.,:#$/&'"()-]{3,}$/u.test(word.text)),
  );
}

function countLetters(words: readonly EngineWord[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}

import type { Form, FormWord } from '@ticket-pros/contracts/form';
import type { PageSize } from '@ticket-pros/contracts/reading';
import type { Point } from '../image/grey-image.ts';
import { type Homography, mapPoint } from '../image/map-points.ts';
import { type FoundWord, findWords } from './find-words.ts';
import { fitMap, invertMap, isSound, type Pair, similarityOf } from './fit-map.ts';
import { foldedOf } from './fold-text.ts';
import type { PlacedPage, PlacedWord, SeenWord } from './place-words.ts';

/** A form laid over a page. */
export type FormMatch<W extends SeenWord = SeenWord> = {
  form: Form;
  page: PlacedPage<W>;
  /** Takes the page to the form's frame, and back. */
  toForm: Homography;
  toPage: Homography;
  /** The form's words that were found; those that would lie on the page but were not; how much of the form that is. */
  found: ReadonlyMap<FormWord, FoundWord<W>>;
  missing: readonly FormWord[];
  support: number;
};

const trials = 60;
/** How far from its place a word may stand, in the form's frame: while a map is sought, and at each step of its refinement. */
const seekingReach = 45;
const refiningReaches = [38, 26, 18, 14, 14];
/** Two words nearer to each other than this say little about turn and scale. */
const leastApart = 150;
const mostAlike = 4;

/** How surely a word belongs to the form's print, by how often it was seen. */
export function printShare({ seen, missed }: FormWord): number {
  return (seen + 0.5) / (seen + missed + 1);
}

/** How much a word counts: short words stand everywhere, and what is not always there may be no print. */
export function wordWeight(word: FormWord): number {
  return printShare(word) ** 2 * Math.min(1, foldedOf(word).length / 5);
}

/**
 * Lays a form over a page by words that both have: tries maps that two such words settle (RANSAC), refines the best over all words
 * that agree with it, and says how much of the form is there. Null where no map brings enough words together.
 */
export function matchForm<W extends SeenWord>(form: Form, page: PlacedPage<W>, size: PageSize): FormMatch<W> | null {
  const shared = sharedWords(form, page);
  const corners = cornersOf(size);
  let map = bestTrial(shared);
  if (map === null) return null;
  for (const reach of refiningReaches) {
    const near = agreeing(shared, map, reach);
    if (near.length < 3) return null;
    const refined = fitMap(near);
    // few words do not settle a projective map that holds in the far corner
    if (refined === null || !isSound(refined, corners)) continue;
    map = refined;
  }
  if (!isSound(map, corners)) return null;
  return judge(form, page, size, map);
}

type Shared<W extends SeenWord = SeenWord> = Pair & { weight: number; formWord: FormWord; word: PlacedWord<W> };

/** Pairs of a word of the page and one of the form that read the same, where that is not said too often. */
function sharedWords<W extends SeenWord>(form: Form, page: PlacedPage<W>): Shared<W>[] {
  const onPage = groupBy(page.words, ({ folded }) => folded);
  const onForm = groupBy(form.words, foldedOf);
  return [...onForm].flatMap(([folded, formWords]) => {
    const words = folded.length < 2 ? [] : (onPage.get(folded) ?? []);
    if (words.length > mostAlike || formWords.length > mostAlike) return [];
    return words.flatMap((word) =>
      formWords.map((formWord) => ({
        from: { x: word.x, y: word.y },
        to: { x: formWord.x, y: formWord.y },
        weight: wordWeight(formWord) / Math.max(words.length, formWords.length),
        formWord,
        word,
      })),
    );
  });
}

function bestTrial(shared: readonly Shared[]): Homography | null {
  const random = steadyRandom();
  // a pair is drawn the oftener the surer it is
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  const draw = (): Shared | undefined => {
    let left = random() * total;
    return shared.find(({ weight }) => {
      left -= weight;
      return left <= 0;
    });
  };
  let best: { map: Homography; score: number } | null = null;
  for (let trial = 0; trial < trials; trial++) {
    const [a, b] = [draw(), draw()];
    if (a === undefined || b === undefined || a.formWord === b.formWord || a.word === b.word) continue;
    if (Math.hypot(a.to.x - b.to.x, a.to.y - b.to.y) < leastApart) continue;
    const map = similarityOf(a, b);
    if (map === null) continue;
    const score = agreeing(shared, map, seekingReach).reduce((sum, { weight }) => sum + weight, 0);
    if (score > (best?.score ?? 0)) best = { map, score };
  }
  return best?.map ?? null;
}

function agreeing(shared: readonly Shared[], map: Homography, reach: number): Shared[] {
  return shared.filter(({ from, to }) => {
    const { x, y } = mapPoint(map, from);
    return Math.abs(x - to.x) < reach && Math.abs(y - to.y) < reach;
  });
}

/** Finds the words of the form, and weighs what was found against what was not. */
function judge<W extends SeenWord>(
  form: Form,
  page: PlacedPage<W>,
  size: PageSize,
  toForm: Homography,
): FormMatch<W> | null {
  const toPage = invertMap(toForm);
  const found = findWords(form, page, toForm);
  const missing = form.words.filter((word) => !found.has(word) && isInside(mapPoint(toPage, word), size));
  const foundWeight = [...found].reduce((sum, [word, { likeness }]) => sum + wordWeight(word) * likeness, 0);
  const missingWeight = missing.reduce((sum, word) => sum + wordWeight(word), 0);
  const support = foundWeight / Math.max(1e-9, foundWeight + missingWeight);
  return found.size < 3 ? null : { form, page, toForm, toPage, found, missing, support };
}

function isInside({ x, y }: Point, { width, height }: PageSize): boolean {
  return x > 0 && y > 0 && x < width && y < height;
}

function cornersOf({ width, height }: PageSize): Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The same numbers between 0 and 1 every time, so that a page matches today as it did yesterday. */
function steadyRandom(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

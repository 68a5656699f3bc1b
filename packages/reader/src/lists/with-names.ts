import type { TicketType } from '@ticket-pros/contracts/field';
import { sharedHeight } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from '../values/find-candidates.ts';
import type { Phrase } from '../values/split-at-labels.ts';
import type { KnownNames, NamedWords } from './know-names.ts';

/** How far a name that the account knows lifts a candidate towards full score. */
const lift = 0.6;
/** How many words beside a candidate may belong to its name, and how far from it, in heights. */
const [mostBefore, mostBehind] = [1, 2];
const widestGap = 3;
/** How far below a line its second one begins, and how far to a side, in heights. */
const [farthestBelow, farthestAside] = [1.2, 2];

/**
 * Candidates whose words are a name that the account knows, in the spelling of its list; all others as they are. `phrases` are
 * the words of the pages that are no labels: a name may go on in those beside or below a candidate.
 */
export function withNames(
  candidates: readonly Candidate[],
  phrases: readonly Phrase[],
  names: KnownNames,
  ticketType: TicketType,
): Candidate[] {
  const fields = new Map(ticketType.fields.map((field) => [field.name, field]));
  const free = phrases.flatMap(({ words }) => words);
  return candidates.map((candidate) => {
    const field = names.covers(candidate.field) ? fields.get(candidate.field) : undefined;
    if (field === undefined) return candidate;
    const named = windowsOf(candidate.words, phrases, free)
      .map(({ words, first }) => names.find(field, words, first, first + candidate.words.length))
      .reduce(surer, null);
    if (named === null) return candidate;
    const { words, printedText, normalized, chance, telling } = named;
    const score = candidate.score + (1 - candidate.score) * lift * chance * telling;
    return { ...candidate, words, printedText, normalized, score, listed: chance };
  });
}

function surer(a: NamedWords | null, b: NamedWords | null): NamedWords | null {
  return a === null || (b !== null && b.chance > a.chance) ? b : a;
}

type Window = { words: readonly PageWord[]; first: number };

/** The words of a candidate with those on its line, and with those of the line below it. */
function windowsOf(words: readonly PageWord[], phrases: readonly Phrase[], free: readonly PageWord[]): Window[] {
  const before: PageWord[] = [];
  const behind: PageWord[] = [];
  while (before.length < mostBefore) {
    const next = beside(before[0] ?? words[0], free, -1);
    if (next === null) break;
    before.unshift(next);
  }
  while (behind.length < mostBehind) {
    const next = beside(behind.at(-1) ?? words.at(-1), free, 1);
    if (next === null) break;
    behind.push(next);
  }
  const windows = [{ words: [...before, ...words, ...behind], first: before.length }];
  const below = phraseBelow(words, phrases);
  return below === null ? windows : [...windows, { words: [...words, ...below.words], first: 0 }];
}

/** The nearest word to the right (1) or left (-1) of a word. */
function beside(word: PageWord | undefined, free: readonly PageWord[], side: 1 | -1): PageWord | null {
  if (word === undefined) return null;
  const height = word.bottom - word.top;
  const gapTo = (other: PageWord): number => (side > 0 ? other.left - word.right : word.left - other.right);
  const near = free.filter(
    (other) =>
      other !== word &&
      other.page === word.page &&
      gapTo(other) > -0.5 * height &&
      gapTo(other) < widestGap * height &&
      (other.left - word.left) * side > 0 &&
      sharedHeight(word, other) > 0.4,
  );
  return near.sort((a, b) => gapTo(a) - gapTo(b))[0] ?? null;
}

/** What begins right below a candidate, as the second line of an address. */
function phraseBelow(words: readonly PageWord[], phrases: readonly Phrase[]): Phrase | null {
  const [first] = words;
  if (first === undefined) return null;
  const height = first.bottom - first.top;
  const below = phrases.filter(({ page, left, top }) => {
    const drop = top - first.bottom;
    const isUnder = drop > -0.3 * height && drop < farthestBelow * height;
    return page === first.page && isUnder && Math.abs(left - first.left) < farthestAside * height;
  });
  return below.sort((a, b) => a.top - b.top)[0] ?? null;
}

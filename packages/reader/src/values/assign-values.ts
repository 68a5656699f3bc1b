import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from './find-candidates.ts';
import type { Label } from './find-labels.ts';

/** A candidate below this is left out rather than guessed. */
const leastScore = 0.4;
const beamWidth = 60;
const mostPerField = 6;
/** The first page is the ticket; what a later one says counts where the first says nothing as well. */
const laterPageCosts = 0.25;

type State = { chosen: Candidate[]; words: ReadonlySet<PageWord>; labels: ReadonlySet<Label>; score: number };

/**
 * The set of candidates that together score best, at most one a field, no label and no word used twice. Fields are
 * taken in the order of their best candidate, keeping the 60 best choices so far, each of which may also leave the
 * field blank.
 */
export function assignValues(candidates: readonly Candidate[]): Candidate[] {
  const byField = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.score < leastScore) continue;
    byField.set(candidate.field, [...(byField.get(candidate.field) ?? []), candidate]);
  }
  const fields = [...byField.values()].map((list) =>
    list.sort((a, b) => worthOf(b) - worthOf(a)).slice(0, mostPerField),
  );
  fields.sort((a, b) => worthOf(b[0]) - worthOf(a[0]));
  let states: State[] = [{ chosen: [], words: new Set(), labels: new Set(), score: 0 }];
  for (const options of fields) {
    const next = states.flatMap((state) => [
      state,
      ...options.filter((option) => isFree(option, state)).map((option) => take(option, state)),
    ]);
    states = next.sort((a, b) => b.score - a.score).slice(0, beamWidth);
  }
  return states[0]?.chosen ?? [];
}

function isFree({ words, label }: Candidate, state: State): boolean {
  return !(label !== null && state.labels.has(label)) && words.every((word) => !state.words.has(word));
}

function take(candidate: Candidate, { chosen, words, labels, score }: State): State {
  return {
    chosen: [...chosen, candidate],
    words: new Set([...words, ...candidate.words]),
    labels: candidate.label === null ? labels : new Set([...labels, candidate.label]),
    score: score + worthOf(candidate),
  };
}

function worthOf(candidate: Candidate | undefined): number {
  if (candidate === undefined) return 0;
  return candidate.score - ((candidate.words[0]?.page ?? 0) > 0 ? laterPageCosts : 0);
}

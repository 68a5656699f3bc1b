import type { CheckedDate } from '../rules/check-date.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from './find-candidates.ts';
import type { Label } from './find-labels.ts';

/** A candidate below this is left out rather than guessed. */
const leastScore = 0.4;
const beamWidth = 60;
const mostPerField = 6;
/** The first page is the ticket; what a later one says counts where the first says nothing as well. */
const laterPageCosts = 0.25;

/** A candidate that was taken: by how much it is better than the next best reading of its field, 0 to 1. */
export type Chosen = Candidate & { margin: number; dateOutcome?: CheckedDate['outcome'] };

type State = { chosen: Candidate[]; words: ReadonlySet<PageWord>; labels: ReadonlySet<Label>; score: number };

/**
 * The set of candidates that together score best, at most one a field, no label and no word used twice. Fields are
 * taken in the order of their best candidate, keeping the 60 best choices so far, each of which may also leave the
 * field blank.
 */
export function assignValues(candidates: readonly Candidate[]): Chosen[] {
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
  return (states[0]?.chosen ?? []).map((candidate) => ({
    ...candidate,
    margin: marginOf(candidate, candidates, states[0]?.chosen ?? []),
  }));
}

/**
 * The other readings of a field that say something else; those that were too poor to be taken count, too, but not those whose label
 * or words another field has.
 */
function marginOf(taken: Candidate, all: readonly Candidate[], chosen: readonly Candidate[]): number {
  const others = chosen.filter(({ field }) => field !== taken.field);
  const labels = new Set(others.map(({ label }) => label));
  const words = new Set(others.flatMap((other) => other.words));
  const rivals = all.filter(
    (rival) =>
      rival.field === taken.field &&
      rival.normalized !== taken.normalized &&
      !(rival.label !== null && labels.has(rival.label)) &&
      !rival.words.some((word) => words.has(word)),
  );
  const best = Math.max(0, ...rivals.map(worthOf));
  return Math.min(1, Math.max(0, worthOf(taken) - best));
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

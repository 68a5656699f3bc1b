import type { TicketType } from '@ticket-pros/contracts/field';
import type { Candidate } from '../values/find-candidates.ts';
import type { KnownNames } from './know-names.ts';

/** How far a name that the account knows lifts a candidate towards full score. */
const lift = 0.6;

/** Candidates whose words are a name that the account knows, in the spelling of its list; all others as they are. */
export function withNames(candidates: readonly Candidate[], names: KnownNames, ticketType: TicketType): Candidate[] {
  const fields = new Map(ticketType.fields.map((field) => [field.name, field]));
  return candidates.map((candidate) => {
    const field = names.covers(candidate.field) ? fields.get(candidate.field) : undefined;
    const named = field === undefined ? null : names.find(field, candidate.words);
    if (named === null) return candidate;
    const { words, printedText, normalized, chance, telling } = named;
    const score = candidate.score + (1 - candidate.score) * lift * chance * telling;
    return { ...candidate, words, printedText, normalized, score, listed: chance };
  });
}

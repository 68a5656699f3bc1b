import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { scoreConfidence } from '../confidence/score-confidence.ts';
import { checkLineItems } from '../rules/check-line-items.ts';
import { checkRules } from '../rules/check-rules.ts';
import { buildSegments } from '../text/build-segments.ts';
import { boxAround, type PageWord } from '../text/page-word.ts';
import { assignValues } from './assign-values.ts';
import { findAdjacentUnits } from './find-adjacent-units.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { findCompany } from './find-company.ts';
import { findLabels } from './find-labels.ts';
import { type Cell, readLineItems } from './read-line-items.ts';

/** From the words of a ticket's pages to the values of its type: labels, candidates, the best assignment, rules, confidence. */
export function readValues(words: readonly PageWord[], ticketType: TicketType, dayOrder: DayOrder): ReadValue[] {
  if (words.length === 0) return [];
  const segments = buildSegments(words);
  const { cells, heads } = readLineItems(segments, ticketType.table, dayOrder);
  const headWords = new Set(heads.flatMap((head) => head.words));
  const labels = findLabels(segments, ticketType).map((label) =>
    label.words.some((word) => headWords.has(word)) ? { ...label, meanings: [] } : label,
  );
  const candidates = findCandidates(segments, labels, ticketType, dayOrder);
  const company = ticketType.fields.some(({ name }) => name === 'company')
    ? findCompany(segments, labels, 'company')
    : null;
  const assigned = assignValues(company === null ? candidates : [...candidates, company]);
  const chosen = [...assigned, ...findAdjacentUnits(assigned, segments, ticketType)];
  return [...fieldValues(chosen, ticketType), ...cellValues(cells, ticketType)];
}

function fieldValues(chosen: readonly Candidate[], ticketType: TicketType): ReadValue[] {
  const results = checkRules(new Map(chosen.map(({ field, normalized }) => [field, normalized])));
  return ticketType.fields.flatMap(({ name, type }) => {
    const candidate = chosen.find(({ field }) => field === name);
    if (candidate === undefined) return [];
    const speaking = results.filter(({ fields }) => fields.includes(name));
    const rule = speaking.some(({ holds }) => holds) ? 'holds' : speaking.length > 0 ? 'fails' : 'silent';
    const { words, printedText, normalized, score } = candidate;
    const confidence = scoreConfidence({ type, words, score, rule });
    return [{ field: name, row: 0, printedText, normalized, confidence, box: boxAround(words) }];
  });
}

function cellValues(cells: readonly Cell[], { table }: TicketType): ReadValue[] {
  if (table === null) return [];
  const types = new Map<string, FieldType>(table.columns.map(({ name, type }) => [name, type]));
  const sums = checkLineItems(cells);
  return cells.map(({ column, row, words, printedText, normalized, fit }) => {
    const sum = column === 'description' || column === 'unit' ? undefined : sums.get(row);
    const rule = sum === undefined ? 'silent' : sum ? 'holds' : 'fails';
    const confidence = scoreConfidence({ type: types.get(column) ?? 'text', words, score: fit * 0.9, rule });
    return { field: `${table.name}.${column}`, row, printedText, normalized, confidence, box: boxAround(words) };
  });
}

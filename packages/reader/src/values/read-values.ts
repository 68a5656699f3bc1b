import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { receiptTicketType } from '@ticket-pros/contracts/receipt-ticket-type';
import type { ReferenceLists } from '@ticket-pros/contracts/reference-lists';
import type { ReadValue } from '@ticket-pros/contracts/value';
import type { RuleOutcome } from '../confidence/describe-evidence.ts';
import { meanConfidence, withConfidence } from '../confidence/score-confidence.ts';
import { type HandwritingJudge, judgeHandwriting } from '../decoding/judge-handwriting.ts';
import { joinForm, joinLineItems } from '../forms/join-form.ts';
import { type FormEvidence, noEvidence } from '../forms/read-from-form.ts';
import { asListed } from '../lists/as-listed.ts';
import { knowNames } from '../lists/know-names.ts';
import { withNames } from '../lists/with-names.ts';
import type { ReadingTrace } from '../reading-trace.ts';
import { checkDate } from '../rules/check-date.ts';
import { checkRules, type RuleResult } from '../rules/check-rules.ts';
import type { RuleInput } from '../rules/relations.ts';
import { type CheckedCell, repairLineItems, sumLineItems } from '../rules/repair-line-items.ts';
import { repairValues } from '../rules/repair-values.ts';
import { buildSegments } from '../text/build-segments.ts';
import { boxAround, type PageWord } from '../text/page-word.ts';
import { assignValues, type Chosen } from './assign-values.ts';
import { findAdjacentUnits } from './find-adjacent-units.ts';
import type { Candidate } from './find-candidates.ts';
import { findColumnTotals } from './find-column-totals.ts';
import { findCompany } from './find-company.ts';
import { findLabelled } from './find-labelled.ts';
import { findLabels, type Label, labelWordings } from './find-labels.ts';
import { findLoneDate } from './find-lone-date.ts';
import { findRelatedNumbers } from './find-related-numbers.ts';
import { findStampedNumber } from './find-stamped-number.ts';
import { isFinePrint } from './is-fine-print.ts';
import { canonicalLabel } from './label-wording.ts';
import { type LineItems, readLineItems } from './read-line-items.ts';
import { findReceiptCandidates } from './receipt/find-receipt-candidates.ts';
import { splitAtLabels } from './split-at-labels.ts';
import { splitGluedWords } from './split-glued-words.ts';
import { tellDayOrder } from './tell-day-order.ts';

/** What is likelier wrong than right by far is left for a person to read. */
const leastConfidence = 0.25;
/** What one load is made of takes a few rows: what it is, what was added, fees. */
const mostRowsOfOneLoad = 4;

/**
 * From the words of a ticket's pages to the values of its type: labels, candidates, what a known form says, the best
 * assignment, rules, confidence. Dates of `latestDay` (`YYYY-MM-DD`) and before are believed.
 */
export function readValues(
  words: readonly PageWord[],
  ticketType: TicketType,
  usualOrder: DayOrder,
  evidence: FormEvidence = noEvidence,
  lists: ReferenceLists = {},
  trace: ReadingTrace = {},
  latestDay: string | null = null,
): ReadValue[] {
  if (words.length === 0) return [];
  const isReceipt = ticketType.key === receiptTicketType.key;
  const dayOrder = isReceipt ? usualOrder : tellDayOrder(words, usualOrder);
  const segments = buildSegments(splitGluedWords(words, labelWordings(ticketType))).filter(
    (segment) => !isFinePrint(segment),
  );
  const found = findLabels(segments, ticketType);
  const lineItems = joinLineItems(readLineItems(segments, found, ticketType.table, dayOrder), evidence);
  const labels = labelsBesideTables(found, lineItems);
  const plain = isReceipt
    ? findReceiptCandidates(words, dayOrder)
    : candidatesBesideTables(
        [
          ...findLabelled(segments, labels, ticketType, dayOrder),
          ...findCompany(segments, labels, ticketType),
          ...findStampedNumber(segments, ticketType),
          ...findColumnTotals(splitAtLabels(segments, labels), labels, lineItems.heads, ticketType, dayOrder),
        ],
        lineItems,
      );
  const lone = isReceipt
    ? []
    : findLoneDate(plain, splitAtLabels(segments, [...labels, ...lineItems.cells]), ticketType, dayOrder);
  const joined = joinForm([...plain, ...lone], evidence, ticketType);
  const units = joined.units;
  const candidates = withNames(joined.candidates, splitAtLabels(segments, labels), knowNames(lists), ticketType);
  const assigned = [...assignValues(candidates), ...units.map(unrivalled)];
  const adjacent = findAdjacentUnits(assigned, segments, ticketType)
    .filter(({ field }) => !evidence.blank.has(field))
    .map(unrivalled);
  const named = [...assigned, ...adjacent];
  const unnamed = splitAtLabels(segments, [...labels, ...lineItems.cells]);
  const related = findRelatedNumbers(named, unnamed, labels, ticketType, evidence.blank).map(unrivalled);
  const chosen = [...named, ...related];
  trace.labels?.(labels);
  const around = meanConfidence(words);
  const columns = ticketType.table?.columns ?? [];
  const cells = repairLineItems(lineItems.cells, new Map(columns.map(({ name, type }) => [name, type])));
  const values = [
    ...fieldValues(
      chosen.map(datedBy(latestDay, dayOrder)),
      sumLineItems(cells),
      ticketType,
      around,
      judgeHandwriting(words),
      trace,
    ),
    ...cellValues(cells, ticketType, around, trace),
  ];
  // where a form says that a value stands, a doubtful one shows the reviewer where to look; of a long address most is right
  const isShown = (field: string): boolean => evidence.settled.has(field) || (isReceipt && field === 'address');
  return values.filter(({ field, confidence }) => confidence >= leastConfidence || isShown(field));
}

/**
 * Plain column heads (`Qty`, `Rate`) are no labels of fields, and neither are words in cells. A head of several words
 * that names a field (`Mix description`, `Load size`) is also its label: such tickets list what one load is made of.
 */
function labelsBesideTables(labels: readonly Label[], { cells, heads }: LineItems): Label[] {
  const isOfOneLoad = heads.length === 1 && Math.max(0, ...cells.map(({ row }) => row)) <= mostRowsOfOneLoad;
  const headWords = new Set(heads.flatMap((head) => head.words));
  const cellWords = new Set(cells.flatMap((cell) => cell.words));
  // a price among the heads is that of the load only where another head names the load itself
  const ofLoad = labels.some(
    (label) =>
      label.words.some((word) => headWords.has(word)) &&
      isWholeHead(label) &&
      label.meanings.some(({ field }) => field === 'material' || field === 'quantity'),
  );
  return labels
    .filter((label) => !label.words.every((word) => cellWords.has(word)))
    .map((label) =>
      label.words.some((word) => headWords.has(word)) && !(isOfOneLoad && ofLoad && isWholeHead(label))
        ? { ...label, meanings: [] }
        : label,
    );
}

/** Whether a head is of several words that together are a field's label. */
function isWholeHead({ words, wording }: Label): boolean {
  return words.length > 1 && canonicalLabel(words.map((word) => word.text).join(' ')) === wording;
}

/** What stands in a cell belongs to a field only where the head of its column is that field's label. */
function candidatesBesideTables(candidates: readonly Candidate[], { cells, heads }: LineItems): Candidate[] {
  const headWords = new Set(heads.flatMap((head) => head.words));
  const cellWords = new Set(cells.flatMap((cell) => cell.words));
  return candidates.filter(
    ({ words, label }) =>
      label?.words.some((word) => headWords.has(word)) || !words.some((word) => cellWords.has(word)),
  );
}

/** Puts a date right that lies after the latest day that it can be, and doubts one that can't be put right. */
function datedBy(latestDay: string | null, dayOrder: DayOrder): (chosen: Chosen) => Chosen {
  return (chosen) => {
    if (latestDay === null || chosen.field !== 'date') return chosen;
    const { normalized, outcome } = checkDate(chosen.printedText, chosen.normalized, dayOrder, latestDay);
    return { ...chosen, normalized, dateOutcome: outcome };
  };
}

/** What no other reading was weighed against. */
function unrivalled(candidate: Candidate): Chosen {
  return { ...candidate, margin: candidate.score };
}

function fieldValues(
  chosen: readonly Chosen[],
  known: RuleInput,
  ticketType: TicketType,
  around: number | undefined,
  judge: HandwritingJudge,
  trace: ReadingTrace,
): ReadValue[] {
  const types = new Map(ticketType.fields.map(({ name, type }) => [name, type]));
  const repaired = repairValues(chosen, types, { known });
  const results = checkRules(
    new Map([...known, ...chosen.map(({ field, normalized }) => [field, normalized] as const), ...repaired]),
  );
  return ticketType.fields.flatMap(({ name, type }) => {
    const candidate = chosen.find(({ field }) => field === name);
    if (candidate === undefined) return [];
    const speaking = results.filter(({ fields }) => fields.includes(name));
    const isLate = candidate.dateOutcome === 'fails';
    const rule =
      repaired.has(name) || candidate.dateOutcome === 'repaired' ? 'repaired' : isLate ? 'fails' : outcomeOf(speaking);
    const { words, printedText, score, margin, relation, listed } = candidate;
    const normalized = repaired.get(name) ?? candidate.normalized;
    const value = { field: name, row: 0, printedText, normalized, box: boxAround(words) };
    const seen = listed === undefined ? words : asListed(words, listed);
    const isHandwritten = judge(words);
    const evidence = { type, words: seen, score, margin, relation, rule, listed, around, isHandwritten };
    return [withConfidence(value, evidence, trace)];
  });
}

function outcomeOf(speaking: readonly RuleResult[]): RuleOutcome {
  return speaking.some(({ holds }) => holds) ? 'holds' : speaking.length > 0 ? 'fails' : 'silent';
}

function cellValues(
  cells: readonly CheckedCell[],
  { table }: TicketType,
  around: number | undefined,
  trace: ReadingTrace,
): ReadValue[] {
  if (table === null) return [];
  const types = new Map<string, FieldType>(table.columns.map(({ name, type }) => [name, type]));
  return cells.map(({ column, row, words, printedText, normalized, fit, rule }) => {
    const type = types.get(column) ?? 'text';
    const score = fit * 0.9;
    const value = { field: `${table.name}.${column}`, row, printedText, normalized, box: boxAround(words) };
    return withConfidence(value, { type, words, score, margin: score, relation: 'column', rule, around }, trace);
  });
}

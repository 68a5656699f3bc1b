import type { TicketType } from '@ticket-pros/contracts/field';
import type { Segment } from '../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../text/page-word.ts';
import { areTooDifferent, canonicalLabel, lettersOf, likeness } from './label-wording.ts';
import { otherLabels } from './other-labels.ts';
import { spellLabel } from './spell-label.ts';

/** What a printed label may stand for: a field's name, and how surely, 0 to 1. */
export type Meaning = { field: string; certainty: number };

/** A label found on the page. One with no meanings names something that nobody asked for. `wording` is canonical. */
export type Label = Area & {
  words: readonly PageWord[];
  page: number;
  wording: string;
  meanings: readonly Meaning[];
};

/** `plain` ones are among the first that a field lists; `letters` has a bit for each letter that occurs. */
type Wording = { canonical: string; meanings: Meaning[]; plain: boolean; letters: number };

const mostWords = 6;
/** Labels that no name ends in. */
const standsInTheEnd = new Set([
  'DATE',
  'TICKETNO',
  'INVOICENO',
  'PONO',
  'JOBNO',
  'TRUCKNO',
  'TRAILERNO',
  'UNITNO',
  'TIMEIN',
  'TIMEOUT',
  'PHONENO',
]);
/** So many of a field's wordings are plain enough to stand before their value without any mark, when they are one word. */
const plainWordings = 9;
/** A phrase of more words than this is running text, in which the words of labels are no labels. */
const longestPhrase = 9;

/**
 * Finds the labels of a ticket type's fields in the phrases of its pages, the longest wording first where several fit.
 */
export function findLabels(segments: readonly Segment[], ticketType: TicketType): Label[] {
  const wordings = wordingsOf(ticketType);
  return segments.flatMap((segment) => {
    const found = labelsIn(segment, wordings);
    return found.length > 0 ? found : spelledLabel(segment, ticketType, wordings);
  });
}

/** The label that a phrase is likely meant as where it was read as something else. */
function spelledLabel(segment: Segment, ticketType: TicketType, wordings: readonly Wording[]): Label[] {
  const spelled = spellLabel(segment, ticketType, labelTexts(ticketType));
  const canonical = canonicalLabel(spelled?.text ?? '');
  const wording = wordings.find((one) => one.canonical === canonical);
  if (spelled === null || wording === undefined) return [];
  const meanings = wording.meanings.map(({ field, certainty }) => ({
    field,
    certainty: certainty * spelled.certainty,
  }));
  return [{ ...areaAround(spelled.words), words: spelled.words, page: segment.page, wording: canonical, meanings }];
}

function labelTexts({ fields }: TicketType): string[] {
  return [...otherLabels, ...fields.flatMap(({ name, labels }) => [name.replaceAll('_', ' '), ...labels])];
}

/** The canonical wordings of all labels that are looked for. */
export function labelWordings(ticketType: TicketType): Set<string> {
  return new Set(wordingsOf(ticketType).map(({ canonical }) => canonical));
}

const listed = new WeakMap<TicketType, Wording[]>();

function wordingsOf(ticketType: TicketType): Wording[] {
  const wordings = listed.get(ticketType) ?? listWordings(ticketType);
  listed.set(ticketType, wordings);
  return wordings;
}

function listWordings(ticketType: TicketType): Wording[] {
  const byCanonical = new Map<string, Meaning[]>();
  const plain = new Set<string>();
  for (const label of otherLabels) byCanonical.set(canonicalLabel(label), []);
  for (const field of ticketType.fields) {
    const wordings = new Set([field.name.replaceAll('_', ' '), ...field.labels].map(canonicalLabel));
    for (const [rank, canonical] of [...wordings].entries()) {
      const meanings = byCanonical.get(canonical) ?? [];
      if (rank < plainWordings) plain.add(canonical);
      // an account lists the plainest wording first, and short words mean many things
      const certainty = Math.max(0.75, 1 - 0.012 * rank) * (canonical.length <= 3 ? 0.8 : 1);
      byCanonical.set(canonical, [...meanings, { field: field.name, certainty }]);
    }
  }
  return [...byCanonical].map(([canonical, meanings]) => ({
    canonical,
    meanings,
    plain: plain.has(canonical),
    letters: lettersOf(canonical),
  }));
}

/** A gap before a label in the middle of a phrase, in heights, that makes it one. */
const leastApart = 0.85;

type Found = { start: number; end: number; wording: Wording; likeness: number };

function labelsIn(segment: Segment, wordings: readonly Wording[]): Label[] {
  const found = matchSpans(segment, wordings).sort(
    (a, b) => b.wording.canonical.length - a.wording.canonical.length || b.likeness - a.likeness || a.start - b.start,
  );
  const kept: Found[] = [];
  for (const match of found) {
    if (kept.every((other) => match.end <= other.start || match.start >= other.end)) kept.push(match);
  }
  kept.sort((a, b) => a.start - b.start);
  const labels: Label[] = [];
  let labelledTo = 0;
  for (const [i, match] of kept.entries()) {
    // `QTY / HRS` is one label, `TOTAL PIECES / TOTAL WEIGHT` are two
    const after = kept[i + 1];
    const next = after !== undefined && after.end - after.start > 1 ? after.start : segment.words.length;
    const label = toLabel(segment, match, match.start === labelledTo || standsApart(segment, match), next);
    if (label === null) continue;
    labels.push(label);
    labelledTo = match.start + label.words.length;
  }
  return labels;
}

/** Whether a word stands further from the one before it than words of its phrase otherwise do. */
function standsApart({ words }: Segment, { start: at, end, wording, likeness: alike }: Found): boolean {
  // a word such as `Pit` or `Contractors` may end a name
  if (alike < 1 || (wording.meanings.length > 0 && end - at === 1)) return false;
  const gaps = words.slice(1).map((word, i) => word.left - (words[i]?.right ?? word.left));
  const own = gaps[at - 1];
  const [before, word] = [words[at - 1], words[at]];
  if (own === undefined || before === undefined || word === undefined) return false;
  const others = gaps.filter((_, i) => i !== at - 1);
  const height = Math.max(before.bottom - before.top, word.bottom - word.top);
  return own > leastApart * height && others.every((gap) => own > 1.3 * gap);
}

function matchSpans({ words }: Segment, wordings: readonly Wording[]): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < words.length; start++) {
    if (canonicalLabel(words[start]?.text ?? '') === '') continue;
    for (let end = start + 1; end <= Math.min(words.length, start + mostWords); end++) {
      // what stands behind a colon is no part of the label before it
      if (end - start > 1 && /:$/.test(words[end - 2]?.text ?? '')) break;
      const seen = canonicalLabel(
        words
          .slice(start, end)
          .map((word) => word.text)
          .join(' '),
      );
      if (seen === '' || (canonicalLabel(words[end - 1]?.text ?? '') === '' && end - start > 1)) continue;
      let best: Found | null = null;
      const letters = lettersOf(seen);
      for (const wording of wordings) {
        if (areTooDifferent(letters, wording.letters)) continue;
        const alike = likeness(seen, wording.canonical);
        if (alike > (best?.likeness ?? 0)) best = { start, end, wording, likeness: alike };
      }
      if (best !== null) found.push(best);
    }
  }
  return found;
}

/** `opens` tells that nothing but labels stands before it in its phrase; at `next` another one may begin. */
function toLabel(
  segment: Segment,
  { start, end, wording, likeness: alike }: Found,
  opens: boolean,
  next: number,
): Label | null {
  const { words } = segment;
  const after = words[end]?.text;
  const last = words[end - 1]?.text ?? '';
  const endsInMark = /[:#]$/.test(last) || /^[:#=]/.test(after ?? '');
  const endsSharply = endsInMark || after === undefined || /\.$/.test(last) || /^[($/]/.test(after);
  // in the middle of a phrase, the words of labels are part of a name or a sentence
  const isNumberSign = wording.canonical === 'NO' && /\d{3}/.test(after ?? '');
  // but not where a date or a number follows, or nothing that could be the name's rest: `Todays Date 5/16/25`, `IRONWOOD PARTNERS Date`
  const isSure =
    alike === 1 && wording.meanings.length > 0 && wording.canonical !== 'NO' && /^[A-Z]/.test(words[start]?.text ?? '');
  const leadsOn = isSure && (after === undefined ? standsInTheEnd.has(wording.canonical) : /\d/.test(after));
  if (!opens && !endsInMark && !isNumberSign && !leadsOn) return null;
  // one word that runs on into more may be a name: "City of Pinyon", "Clint Garza" (almost "client")
  const isOneWord = end - start === 1;
  if (isOneWord && !endsSharply && (alike < 1 || !wording.plain)) return null;
  // "in", "to" and the like are labels only where they stand alone
  if (wording.canonical.length <= 3 && !endsSharply && !/\d/.test(after ?? '')) return null;
  if (words.length > longestPhrase && !(start === 0 && endsSharply)) return null;
  const lowerCase = /^[a-z]/.test(words[start]?.text ?? '');
  const certainty = alike * (opens ? 1 : 0.7) * (endsSharply ? 1 : 0.93) * (lowerCase ? 0.7 : 1);
  const span = words.slice(start, absorbTail(words, end, next));
  return {
    ...areaAround(span),
    words: span,
    page: segment.page,
    wording: wording.canonical,
    meanings: wording.meanings.map((meaning) => ({ field: meaning.field, certainty: meaning.certainty * certainty })),
  };
}

/** Takes in what qualifies a label without being its value: `/ TON`, `(LBS)`, `$`, a colon of its own. */
function absorbTail(words: readonly PageWord[], from: number, to: number): number {
  let end = from;
  while (end < to) {
    const text = words[end]?.text ?? '';
    const isTail =
      /^[/&:.#$|_-]+$/.test(text) ||
      /^\([^)]*\)?:?$/.test(text) ||
      /^[/&][A-Za-z]/.test(text) ||
      // the rate of a tax
      /^@?\d{1,2}(?:\.\d+)?%:?$/.test(text);
    const afterSlash = /[/&]$/.test(words[end - 1]?.text ?? '') && /^[A-Za-z.]+[:.]?$/.test(text);
    if (!isTail && !afterSlash) break;
    end++;
  }
  return end;
}

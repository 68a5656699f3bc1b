import type { Reading } from '@ticket-pros/contracts/reading';
import type { LabelledImage } from './read-labels.ts';
import { newTally, type Tally } from './tally.ts';

/**
 * How many labelled values stand as they are in the text that the engine read, without case and spaces: what could be reached by finding them
 * alone. By kind; `right` is those that stand there: within a line, or all of their words somewhere. Values of one or two signs have to
 * be words of their own.
 */
export function findVerbatim({ fields }: LabelledImage, words: Reading['words']): Map<string, Tally> {
  const lines = [...Map.groupBy(words, ({ line, box }) => `${box.page} ${line}`).values()].map((line) =>
    line.map(({ text }) => squeeze(text)),
  );
  const texts = lines.map((line) => line.join(''));
  const single = new Set(lines.flat());
  const tallies = new Map<string, Tally>();
  for (const { value, kind } of Object.values(fields)) {
    const tally = tallies.get(kind) ?? newTally();
    tallies.set(kind, tally);
    const wanted = squeeze(value);
    const isThere = value.split(/\s+/).every((word) => single.has(squeeze(word)));
    const stands = isThere || (wanted.length > 2 && texts.some((text) => text.includes(wanted)));
    tally.wanted += 1;
    if (stands) tally.right += 1;
  }
  return tallies;
}

function squeeze(text: string): string {
  return text.toUpperCase().replace(/\s+/g, '');
}

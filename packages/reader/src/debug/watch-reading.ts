import type { ReadValue } from '@ticket-pros/contracts/value';
import type { Evidence } from '../confidence/describe-evidence.ts';
import type { GreyImage } from '../image/grey-image.ts';
import type { ReadingTrace } from '../reading-trace.ts';
import type { PageWord } from '../text/page-word.ts';
import type { PageText } from '../text/text-engine.ts';
import type { Label } from '../values/find-labels.ts';

/** What was seen of a reading: its pages as photographed with their text, words, labels, and every value with its evidence. */
export type WatchedReading = {
  pages: { photo: GreyImage; text: PageText }[];
  words: PageWord[];
  labels: Label[];
  values: { value: ReadValue; evidence: Evidence }[];
};

/** Collects what a reading tells on its way. */
export function watchReading(): { trace: ReadingTrace; watched: WatchedReading } {
  const watched: WatchedReading = { pages: [], words: [], labels: [], values: [] };
  const trace: ReadingTrace = {
    page: (page, photo, text) => {
      watched.pages[page] = { photo, text };
    },
    words: (words) => {
      watched.words.push(...words);
    },
    labels: (labels) => {
      watched.labels.push(...labels);
    },
    value: (value, evidence) => {
      watched.values.push({ value, evidence });
    },
  };
  return { trace, watched };
}

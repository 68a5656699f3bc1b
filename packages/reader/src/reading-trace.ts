import type { ReadValue } from '@ticket-pros/contracts/value';
import type { Evidence } from './confidence/describe-evidence.ts';
import type { GreyImage } from './image/grey-image.ts';
import type { PageWord } from './text/page-word.ts';
import type { PageText } from './text/text-engine.ts';
import type { Label } from './values/find-labels.ts';

export type ReadingStep = 'open' | 'text' | 'barcodes' | 'form' | 'values' | 'secondOpinion';

/** Who wants to know how a reading came about is told of each step as it happens; nothing that is told may be changed. */
export type ReadingTrace = {
  /** A step begins; null once the last one is over. */
  step?: (step: ReadingStep | null) => void;
  /** A page was opened, and its text read. */
  page?: (page: number, photo: GreyImage, text: PageText) => void;
  words?: (words: readonly PageWord[]) => void;
  labels?: (labels: readonly Label[]) => void;
  /** A value was found, with what its confidence was told from; it may still be left out as too doubtful. */
  value?: (value: ReadValue, evidence: Evidence) => void;
};

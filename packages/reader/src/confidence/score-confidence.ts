import type { ReadValue } from '@ticket-pros/contracts/value';
import type { ReadingTrace } from '../reading-trace.ts';
import type { PageWord } from '../text/page-word.ts';
import { confidenceModel } from './confidence-model.ts';
import { describeEvidence, type Evidence } from './describe-evidence.ts';
import { tellProbability, weighEvidence } from './tell-probability.ts';

/**
 * The probability that a value is right, three decimals, at most 0.995: evidence weighed by the fitted model and corrected for the field's
 * type. `npm run fit:confidence` fits it.
 */
export function scoreConfidence(evidence: Evidence): number {
  const model = confidenceModel();
  const told = tellProbability(weighEvidence(describeEvidence(evidence), model), evidence.type, model);
  // what is given as an entry of a list is no surer than that it is this entry
  return Math.min(told, Math.round((evidence.listed ?? 1) * 1000) / 1000);
}

/** The value with its confidence. */
export function withConfidence(
  value: Omit<ReadValue, 'confidence'>,
  evidence: Evidence,
  trace: ReadingTrace,
): ReadValue {
  const sure = { ...value, confidence: scoreConfidence(evidence) };
  trace.value?.(sure, evidence);
  return sure;
}

/** How well a page could be read: the mean confidence of its words. */
export function meanConfidence(words: readonly PageWord[]): number | undefined {
  return words.length === 0 ? undefined : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

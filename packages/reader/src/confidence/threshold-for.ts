import { type ConfidenceModel, confidenceModel } from './confidence-model.ts';

/** No value is ever this sure: nothing approves itself. */
const never = 1;

/**
 * The least confidence that every value of a ticket has to have so that of the values of such tickets at most
 * `errorTarget` (0.01 is one in a hundred) are wrong; 1, which no value reaches, where that can't be promised. Counted on the tickets that confidence
 * was fitted on, each judged by a model that did not see its layout; one more wrong value than was seen is reckoned with, since
 * they are few.
 */
export function thresholdFor(
  errorTarget: number,
  { thresholds }: Pick<ConfidenceModel, 'thresholds'> = confidenceModel(),
): number {
  const kept = thresholds.find(({ values, wrong }) => (wrong + 1) / (values + 1) <= errorTarget);
  return kept?.least ?? never;
}

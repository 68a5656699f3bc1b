import type { FieldType } from '@ticket-pros/contracts/field';
import type { ConfidenceModel } from './confidence-model.ts';
import type { Description } from './describe-evidence.ts';

/** However much speaks for a value, and against it. */
const most = 0.995;
const least = 0.01;

/** The log-odds that a value is right before the correction for its type; what the model does not know counts nothing. */
export function weighEvidence(
  { rising, free }: Description,
  { bias, weights }: Pick<ConfidenceModel, 'bias' | 'weights'>,
): number {
  let odds = bias;
  for (const [name, number] of [...Object.entries(rising), ...Object.entries(free)])
    odds += number * (weights[name] ?? 0);
  return odds;
}

/** The probability, three decimals, that a value of a type is right. */
export function tellProbability(
  odds: number,
  type: FieldType,
  { calibration }: Pick<ConfidenceModel, 'calibration'>,
): number {
  const { slope, shift } = calibration[type] ?? { slope: 1, shift: 0 };
  const probability = 1 / (1 + Math.exp(-(slope * odds + shift)));
  return Math.round(Math.min(most, Math.max(least, probability)) * 1000) / 1000;
}

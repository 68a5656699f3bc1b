import type { FieldType } from '@ticket-pros/contracts/field';
import type { ConfidenceModel } from './confidence-model.ts';
import type { Description } from './describe-evidence.ts';
import { weighEvidence } from './tell-probability.ts';

/** A value of a labelled ticket: what spoke for it, and whether it was right. */
export type Example = {
  ticket: string;
  layout: string;
  field: string;
  type: FieldType;
  description: Description;
  isRight: boolean;
};

const rounds = 4000;
const pace = 0.8;
/** Against weights that a few examples would justify: as if so many examples said nothing. */
const restraint = 6;
const calibrationRestraint = 12;

/**
 * Logistic regression with weights kept small, and those of rising evidence kept from falling below nothing, by projected gradient descent
 * with momentum. The same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[]): Pick<ConfidenceModel, 'bias' | 'weights'> {
  const first = examples[0];
  if (first === undefined) throw new Error('There is nothing to fit on.');
  const rising = Object.keys(first.description.rising);
  const names = [...rising, ...Object.keys(first.description.free)];
  const rows = examples.map(({ description: { rising, free } }) =>
    Float64Array.from([1, ...names.map((name) => rising[name] ?? free[name] ?? 0)]),
  );
  const weights = new Float64Array(names.length + 1);
  const before = new Float64Array(names.length + 1);
  const ahead = new Float64Array(names.length + 1);
  for (let round = 0; round < rounds; round += 1) {
    const momentum = round / (round + 3);
    for (let i = 0; i < ahead.length; i += 1) {
      ahead[i] = (weights[i] ?? 0) + momentum * ((weights[i] ?? 0) - (before[i] ?? 0));
    }
    const gradient = slopeAt(ahead, rows, examples);
    before.set(weights);
    for (let i = 0; i < weights.length; i += 1) {
      const moved = (ahead[i] ?? 0) - (pace / examples.length) * (gradient[i] ?? 0);
      weights[i] = i > 0 && i <= rising.length ? Math.max(0, moved) : moved;
    }
  }
  const rounded = (weight = 0): number => Math.round(weight * 10_000) / 10_000;
  return {
    bias: rounded(weights[0]),
    weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i + 1])])),
  };
}

function slopeAt(weights: Float64Array, rows: readonly Float64Array[], examples: readonly Example[]): Float64Array {
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : restraint * 0.1 * weight));
  for (const [at, row] of rows.entries()) {
    let odds = 0;
    for (let i = 0; i < row.length; i += 1) odds += (row[i] ?? 0) * (weights[i] ?? 0);
    const off = 1 / (1 + Math.exp(-odds)) - (examples[at]?.isRight ? 1 : 0);
    for (let i = 0; i < row.length; i += 1) gradient[i] = (gradient[i] ?? 0) + off * (row[i] ?? 0);
  }
  return gradient;
}

/**
 * Platt's correction for each field type: a slope and a shift of the log-odds, drawn to 1 and 0 where examples are few.
 * `oddsOf` should come from weights that were fitted without the example.
 */
export function fitCalibration(
  examples: readonly Example[],
  oddsOf: (example: Example) => number,
): ConfidenceModel['calibration'] {
  const calibration: ConfidenceModel['calibration'] = {};
  for (const [type, alike] of Map.groupBy(examples, ({ type }) => type)) {
    let [slope, shift] = [1, 0];
    for (let round = 0; round < 3000; round += 1) {
      let [slopeBy, shiftBy] = [calibrationRestraint * (slope - 1), calibrationRestraint * 0.25 * shift];
      for (const example of alike) {
        const odds = oddsOf(example);
        const off = 1 / (1 + Math.exp(-(slope * odds + shift))) - (example.isRight ? 1 : 0);
        slopeBy += off * odds;
        shiftBy += off;
      }
      const step = 0.3 / (alike.length + calibrationRestraint);
      slope = Math.max(0.2, slope - step * slopeBy * 0.3);
      shift -= step * shiftBy;
    }
    calibration[type] = { slope: Math.round(slope * 1000) / 1000, shift: Math.round(shift * 1000) / 1000 };
  }
  return calibration;
}

/** The log-odds of an example before the correction for its type. */
export function oddsUnder(model: Pick<ConfidenceModel, 'bias' | 'weights'>): (example: Example) => number {
  return ({ description }) => weighEvidence(description, model);
}

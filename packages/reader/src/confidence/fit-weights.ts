import type { FieldType } from '@ticket-pros/contracts/field';
import type { ConfidenceModel } from './confidence-model.ts';
import type { Description } from './describe-evidence.ts';
import { fitLogistic } from './fit-logistic.ts';
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

/** Against weights that a few examples would justify. */
const restraint = 2;
const calibrationRestraint = 40;

/** Drawn handwriting is neater than that of crews: unless many examples say so, it counts against a value. */
const handwriting = { centre: -1, restraint: 8 };

/** A rule that fails speaks against each of its numbers, also where the few examples were mostly right. */
const failing = { centre: 1, restraint: 8 };

/** Weights of the evidence, kept small, and those of rising evidence kept from falling below nothing. */
export function fitWeights(examples: readonly Example[]): Pick<ConfidenceModel, 'bias' | 'weights'> {
  const first = examples[0];
  if (first === undefined) throw new Error('There is nothing to fit on.');
  const rising = Object.keys(first.description.rising);
  const names = [...rising, ...Object.keys(first.description.free)];
  const rows = examples.map(({ description: { rising, free } }) =>
    Float64Array.from([1, ...names.map((name) => rising[name] ?? free[name] ?? 0)]),
  );
  const limits = names.map((name, i) => ({
    ...(name.startsWith('handwritten') ? handwriting : name === 'does_not_fail' ? failing : { centre: 0, restraint }),
    mayFall: i >= rising.length,
  }));
  const outcomes = examples.map(({ isRight }) => isRight);
  const [bias, ...weights] = fitLogistic(rows, outcomes, [{ centre: 0, restraint: 0, mayFall: true }, ...limits]);
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i])])),
  };
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
    const rows = alike.map((example) => Float64Array.of(oddsOf(example), 1));
    const outcomes = alike.map(({ isRight }) => isRight);
    const [slope = 1, shift] = fitLogistic(rows, outcomes, [
      { centre: 1, restraint: calibrationRestraint, mayFall: false },
      { centre: 0, restraint: calibrationRestraint / 4, mayFall: true },
    ]);
    calibration[type] = { slope: rounded(Math.max(0.1, slope)), shift: rounded(shift) };
  }
  return calibration;
}

/** The log-odds of an example before the correction for its type. */
export function oddsUnder(model: Pick<ConfidenceModel, 'bias' | 'weights'>): (example: Example) => number {
  return ({ description }) => weighEvidence(description, model);
}

function rounded(number = 0): number {
  return Math.round(number * 10_000) / 10_000;
}

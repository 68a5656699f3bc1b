import type { ConfidenceModel } from './confidence-model.ts';
import { type Example, fitCalibration, fitWeights, oddsUnder } from './fit-weights.ts';
import { tellProbability } from './tell-probability.ts';

/** An example with the probability that a model told which saw no ticket of its layout. */
export type JudgedExample = Example & { probability: number };

/**
 * Fits the weights as often as there are folds, each time without the layouts of one fold, and the correction for each field type on what those
 * weights say about the layouts that they did not see. The probabilities are told in the same way: nothing that had part in an example's
 * probability saw its layout.
 */
export function crossFit(
  examples: readonly Example[],
  folds = 10,
): { model: Pick<ConfidenceModel, 'bias' | 'weights' | 'calibration'>; judged: JudgedExample[] } {
  const layouts = [...new Set(examples.map(({ layout }) => layout))];
  const foldOf = new Map(layouts.map((layout, at) => [layout, at % Math.min(folds, layouts.length)]));
  const inFold = ({ layout }: Example, fold: number): boolean => foldOf.get(layout) === fold;
  const odds = new Map<Example, number>();
  const numbers = [...new Set(foldOf.values())];
  for (const fold of numbers) {
    const others = examples.filter((example) => !inFold(example, fold));
    const oddsOf = oddsUnder(fitWeights(others.length > 0 ? others : examples));
    for (const example of examples) if (inFold(example, fold)) odds.set(example, oddsOf(example));
  }
  const told = (example: Example): number => odds.get(example) ?? 0;
  const judged = numbers.flatMap((fold) => {
    const others = examples.filter((example) => !inFold(example, fold));
    const calibration = fitCalibration(others.length > 0 ? others : examples, told);
    return examples
      .filter((example) => inFold(example, fold))
      .map((example) => ({ ...example, probability: tellProbability(told(example), example.type, { calibration }) }));
  });
  return { model: { ...fitWeights(examples), calibration: fitCalibration(examples, told) }, judged };
}

/** A value's confidence, and whether it was right. */
export type Judged = { confidence: number; isRight: boolean };

export type Bin = { from: number; to: number; count: number; confidence: number; right: number };

/** Confidences fall into ten bins of the same width; each tells its mean confidence and its share of right values. */
export function binByConfidence(values: readonly Judged[], bins = 10): Bin[] {
  return Array.from({ length: bins }, (_, at) => {
    const inside = values.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === at);
    const mean = (numbers: readonly number[]): number =>
      numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    return {
      from: at / bins,
      to: (at + 1) / bins,
      count: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ isRight }) => (isRight ? 1 : 0))),
    };
  });
}

/** Expected calibration error: how far confidence and the share of right values are apart, over ten bins, weighed by their values. */
export function calibrationError(values: readonly Judged[]): number {
  if (values.length === 0) return 0;
  return binByConfidence(values).reduce(
    (sum, { count, confidence, right }) => sum + (count / values.length) * Math.abs(confidence - right),
    0,
  );
}

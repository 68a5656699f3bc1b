import { binByConfidence, type Judged } from '../confidence/measure-calibration.ts';

const width = 40;

/** The reliability diagram as text: for each tenth of confidence how many values are right; `|` marks how many should be. */
export function drawReliability(values: readonly Judged[]): string {
  const lines = binByConfidence(values)
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, confidence, right }) => {
      const bar = [...'#'.repeat(Math.round(right * width)).padEnd(width + 1, '.')];
      bar[Math.round(confidence * width)] = '|';
      const told = `${(100 * confidence).toFixed(1).padStart(5)} told ${(100 * right).toFixed(1).padStart(6)} right`;
      return `${from.toFixed(1)}–${to.toFixed(1)}  ${bar.join('')}  ${told}  ${String(count).padStart(5)} values`;
    });
  return lines.join('\n');
}

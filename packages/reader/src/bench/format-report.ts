import { calibrationError, type Judged } from '../confidence/measure-calibration.ts';
import { drawReliability } from './draw-reliability.ts';
import type { StepSeconds } from './measure-steps.ts';
import type { Touchless } from './measure-touchless.ts';
import type { Tally } from './tally.ts';

export type Report = {
  images: number;
  confidences: readonly Judged[];
  touchless: readonly (Touchless & { of: string; errorTarget: number })[];
  /** By kind: the labelled values, and those that stand in the engine's text. */
  verbatim: ReadonlyMap<string, Tally>;
  seconds: StepSeconds;
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  /** Whether pages were remembered, so that the engine's seconds tell nothing. */
  isRemembered: boolean;
};

/** Everything about a bench but how many values are right, for people. */
export function formatReport(report: Report): string {
  const { images, confidences, touchless, verbatim, seconds } = report;
  const perImage = (total: number): string => (total / images).toFixed(2);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const steps = [...seconds].map(([step, total]) => `${step} ${perImage(total)}`).join(', ');
  const engine = seconds.get('text') ?? 0;
  return [
    `\nConfidence of ${confidences.length} values (expected calibration error ${calibrationError(confidences).toFixed(3)})`,
    drawReliability(confidences),
    '\nTickets that approve themselves, and their wrong values',
    ...touchless.map(
      ({ of, errorTarget, tickets, approved, values, wrong, missed, atBest }) =>
        `${of.padEnd(8)} at ${percent(errorTarget)}: ${approved} of ${tickets} (${percent(approved / Math.max(1, tickets))}), ` +
        `${wrong} of ${values} values wrong (${percent(wrong / Math.max(1, values))}), ${missed} missed ` +
        `(wrong or missed ${percent((wrong + missed) / Math.max(1, values + missed))}); with the best threshold for these ${percent(atBest)}`,
    ),
    '\nThe engine alone',
    ...[...verbatim].map(
      ([kind, { wanted, right }]) =>
        `${kind} values that stand in its text as they are: ${percent(right / Math.max(1, wanted))} of ${wanted}`,
    ),
    `\nCPU seconds per image: ${perImage(report.cpuSeconds)} (${steps})`,
    report.isRemembered
      ? 'Its text was remembered, so these seconds leave the engine out.'
      : `All steps take ${(report.cpuSeconds / Math.max(0.001, engine)).toFixed(2)} × the engine's.`,
    `Seconds per image: ${perImage(report.wallSeconds)} (${images} images). Peak memory of the process: ${report.peakMegabytes} MB.`,
  ].join('\n');
}

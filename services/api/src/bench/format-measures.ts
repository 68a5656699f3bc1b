import type { ListMeasure } from './measure-lists.ts';

/** The value below which a share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A table for people: median and 95th percentile as the API asks and by hand, in milliseconds, how they compare, and what is scanned. */
export function formatMeasures(measures: readonly ListMeasure[]): string {
  const lines = measures.map(({ asker, question, rows, api, byHand, scans }) => {
    const [median, medianByHand] = [quantile(api, 0.5), quantile(byHand, 0.5)];
    return [
      asker,
      question,
      String(rows),
      median.toFixed(1),
      quantile(api, 0.95).toFixed(1),
      medianByHand.toFixed(1),
      quantile(byHand, 0.95).toFixed(1),
      `${(median / medianByHand).toFixed(2)}×`,
      scans.filter((scan) => !/^Seq Scan (accounts|members)$/.test(scan)).join(', '),
    ];
  });
  const table = [['asker', 'question', 'rows', 'median', 'p95', 'by hand', 'p95', 'ratio', 'scans'], ...lines];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

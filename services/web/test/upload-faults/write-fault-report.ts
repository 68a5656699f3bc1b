import type { FaultReport } from './run-upload-faults.ts';

/** The table of a run, for people. */
export function writeFaultReport({ counts, tries, ms, tickets, photos, bytesStored, problems }: FaultReport): string {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const lines: [string, string][] = [
    ...table('fault', counts.faults),
    ...table('tab killed where', counts.kills),
    ...table('answer', counts.answers),
    ['photos stored', `${photos} in ${tickets} tickets`],
    ['tries that failed', String(tries)],
    ['requests', `${counts.requests} (${(counts.requests / Math.max(photos, 1)).toFixed(2)} a photo)`],
    [
      'sent / stored',
      `${megabytes(counts.bytesSent)} / ${megabytes(bytesStored)} (${(counts.bytesSent / Math.max(bytesStored, 1)).toFixed(2)})`,
    ],
    ['seconds', (ms / 1000).toFixed(1)],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const text = lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
  if (problems.length === 0) return `${text}\n\nEvery photo is stored once, with the right hash, and nothing else.`;
  const shown = problems.slice(0, 20).map((problem) => `  ${problem}`);
  return `${text}\n\n${problems.length} problems:\n${shown.join('\n')}`;
}

function table(name: string, counts: Map<string, number>): [string, string][] {
  const rows = [...counts].sort(([one], [other]) => one.localeCompare(other));
  return rows.map(([what, times]) => [`${name}: ${what}`, String(times)]);
}

import { parseArgs } from 'node:util';
import { runUploadFaults } from './run-upload-faults.ts';
import { writeFaultReport } from './write-fault-report.ts';

/** `npm run test:upload-faults -- --uploads 10000 --seed 1`: a long run, at the most ten minutes. */
const { values } = parseArgs({
  options: {
    uploads: { type: 'string', default: '10000' },
    phones: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '0.2' },
    minutes: { type: 'string', default: '9.5' },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const seed = Number(values.seed);
const report = await runUploadFaults({
  uploads: Number(values.uploads),
  phones: Number(values.phones),
  seed,
  largest: 6 * 1024 * 1024,
  faults: Number(values.faults),
  longestMs: Number(values.minutes) * 60_000,
  calmTickets: 150,
  tell: (progress) => console.log(progress),
});
console.log(`\nseed ${seed}\n${writeFaultReport(report)}`);
process.exit(report.problems.length === 0 ? 0 : 1);

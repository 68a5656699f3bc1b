import { expect, test } from '@jest/globals';
import { runUploadFaults } from './run-upload-faults.ts';
import { writeFaultReport } from './write-fault-report.ts';

test('500 photos from phones whose tabs, connections and servers fail are stored, each once', async () => {
  const seed = 20_261_124;
  const report = await runUploadFaults({
    uploads: 500,
    largest: 1024 * 1024,
    phones: 12,
    faults: 0.2,
    seed,
    longestMs: 240_000,
    calmTickets: 80,
    tell: () => {},
  });
  if (report.problems.length > 0) throw new Error(`seed ${seed}\n${writeFaultReport(report)}`);
  expect(report.photos).toBe(500);
}, 330_000);

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readingSchema } from '@ticket-pros/contracts/reading';
import sharp from 'sharp';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
const slip = fileURLToPath(new URL('../../testing/fixtures/tickets/landfill-slip-01.jpg', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-reader-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; stdout: string; stderr: string }>();
  const child = execFile(
    process.execPath,
    [cli, ...args],
    { env: { ...process.env, INIT_CWD: folder } },
    (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
}

test('prints a table of the values', async () => {
  const { code, stdout } = await run(slip);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^field +value +confidence +page: box\n/);
  expect(stdout).toMatch(/^date +2025-02-19 +0\.\d\d +1: \d+,\d+ \d+×\d+$/m);
});

test('prints the reading as JSON, and draws its steps', async () => {
  const { code, stdout } = await run(slip, '--json', '--debug', 'steps');
  expect(code).toBe(0);
  const { values } = readingSchema.parse(JSON.parse(stdout));
  expect(values.length).toBeGreaterThan(3);
  const steps = (await readdir(join(folder, 'steps'))).sort();
  const pictures = ['1-photo', '2-flat', '3-words', '4-labels', '5-values'].map((step) => `page-1-${step}.jpg`);
  expect(steps).toEqual([...pictures, 'reading.json']);
  for (const name of pictures) expect((await sharp(join(folder, 'steps', name)).metadata()).format).toBe('jpeg');
  const told = JSON.parse(await readFile(join(folder, 'steps', 'reading.json'), 'utf8'));
  expect(told.values.filter(({ isGiven }: { isGiven: boolean }) => isGiven)).toHaveLength(values.length);
});

test('reads a receipt, with the day before the month where that is said', async () => {
  const lines = [
    'PINYON TRAVEL CENTER',
    '4410 E Highway 80',
    'Midland, TX 79706',
    'Date: 03/04/2025',
    'TOTAL  $223.55',
  ];
  const text = lines.map((line, i) => `<text x="60" y="${110 + 70 * i}">${line}</text>`).join('');
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="480"><rect width="800" height="480" fill="#fff"/>
    <g font-family="DejaVu Sans, Arial, sans-serif" font-size="38">${text}</g></svg>`;
  await sharp(Buffer.from(drawn)).jpeg().toFile(join(folder, 'receipt.jpg'));
  const { code, stdout } = await run('receipt.jpg', '--type', 'receipt', '--day-first', '--json');
  expect(code).toBe(0);
  const { values } = readingSchema.parse(JSON.parse(stdout));
  expect(Object.fromEntries(values.map(({ field, normalized }) => [field, normalized]))).toEqual({
    company: 'PINYON TRAVEL CENTER',
    address: '4410 E Highway 80 Midland, TX 79706',
    date: '2025-04-03',
    total: '223.55',
  });
});

test('one sentence and a code of its own for each thing that can be wrong', async () => {
  await writeFile(join(folder, 'note.jpg'), 'no picture');
  expect(await run('missing.jpg')).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringMatching(/^missing\.jpg can't be opened.*\.\n$/),
  });
  expect(await run('note.jpg')).toMatchObject({
    code: 4,
    stdout: '',
    stderr: expect.stringMatching(/^note\.jpg: The file is no picture.*\.\n$/),
  });
  expect(await run('--nonsense')).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage:') });
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage:') });
  expect(await run(slip, '--type', 'menu')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'There is no ticket type menu. The types are: field_ticket, receipt.\n',
  });
});

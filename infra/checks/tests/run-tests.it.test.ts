import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runTests, type TestRunOptions } from './run-tests.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-run-tests-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

/** Runs jest over a small project of its own. */
async function run(files: Record<string, string>, options: Partial<TestRunOptions> = {}) {
  const configFile = join(folder, 'jest.config.mjs');
  await writeFile(configFile, `export default { transform: {}, testMatch: ['**/*.test.mjs'] };`);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { problems, files: seen } = await runTests({
    configFile,
    patterns: [],
    verbose: false,
    limit: never,
    stop: never,
    graceMs: 30_000,
    onProgress: () => {},
    onOutput: () => {},
    ...options,
  });
  return { problems, outcomes: seen.flatMap(({ outcomes }) => outcomes) };
}

const passing = `test('adds', () => { expect(1 + 1).toBe(2); });`;
const hanging = `test('waits', () => { for (;;); });`;

test('each test is told: passed, failed with its reason, skipped, still to be written, not even loaded', async () => {
  const { problems, outcomes } = await run({
    'one.test.mjs': `
      ${passing}
      describe('sums', () => { test('are wrong', () => { expect(1).toBe(2); }); });
      test.skip('needs a printer', () => {});
      test.todo('divides');`,
    'two.test.mjs': `import './nowhere.mjs';`,
  });
  expect(problems).toEqual([]);
  const byTitle = Object.fromEntries(outcomes.map(({ title, status }) => [title, status]));
  expect(byTitle).toEqual({
    adds: 'passed',
    'sums are wrong': 'failed',
    'needs a printer': 'skipped',
    'divides (still to be written)': 'skipped',
    'the file itself': 'failed',
  });
  const failures = outcomes.map(({ failure }) => failure).join('\n');
  expect(failures).toContain('expect(received).toBe(expected)');
  expect(failures).toContain('nowhere.mjs');
});

test('a test that hangs is ended and named, and what passed before still counts', async () => {
  const limit = new AbortController();
  const { problems, outcomes } = await run(
    { 'good.test.mjs': passing, 'hangs.test.mjs': hanging },
    {
      limit: limit.signal,
      onProgress({ files, running }) {
        if (files.length === 1 && running.size === 1) limit.abort();
      },
    },
  );
  expect(problems).toEqual([expect.stringContaining('hangs.test.mjs')]);
  expect(problems[0]).not.toContain('good.test.mjs');
  expect(outcomes.map(({ title }) => title)).toEqual(['adds']);
});

test('what a test leaves open cannot hold up the run, and is told', async () => {
  const open = `import { createServer } from 'node:net'; ${passing} createServer().listen(0, '127.0.0.1');`;
  const { problems, outcomes } = await run({ 'open.test.mjs': open }, { graceMs: 1000 });
  expect(problems).toEqual([expect.stringContaining('still open')]);
  expect(outcomes).toHaveLength(1);
});

test('a run that is stopped takes along the processes that its tests started', async () => {
  const stop = new AbortController();
  const pidFile = join(folder, 'pid');
  const starting = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    test('starts a process', () => {
      const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
      writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      for (;;);
    });`;
  const ended = run({ 'starts.test.mjs': starting }, { stop: stop.signal });
  const pid = await readPid(pidFile);
  stop.abort();
  await ended;
  // The system needs a moment to clear it away.
  while (isAlive(pid)) await wait(50);
});

test('a run without any test is a problem', async () => {
  expect(await run({})).toEqual({ problems: ['No test ran.'], outcomes: [] });
  const { problems } = await run({ 'one.test.mjs': passing }, { patterns: ['reviews'] });
  expect(problems).toEqual([`No test ran: no test file's path matches reviews.`]);
});

test('jest that cannot start says why', async () => {
  const { problems } = await run({}, { configFile: join(folder, 'nowhere.mjs') });
  expect(problems).toEqual([expect.stringContaining('nowhere.mjs')]);
});

async function readPid(file: string): Promise<number> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text !== '') return Number(text);
    await wait(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

// A project of its own, whose `npx` only writes down how it was called: the real one is proved by every fresh clone.
let root: string;
const calls = () => readFile(join(root, 'npx-calls'), 'utf8').catch(() => '');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ticket-pros-bootstrap-'));
  const local = fileURLToPath(new URL('../', import.meta.url));
  await cp(join(local, 'bootstrap'), join(root, 'infra', 'local', 'bootstrap'), { recursive: true });
  await cp(join(local, 'bootstrap.mjs'), join(root, 'infra', 'local', 'bootstrap.mjs'));
  await mkdir(join(root, 'services', 'one'), { recursive: true });
  await writeFile(join(root, 'pnpm-workspace.yaml'), 'packages:\n  - services/*\n  - infra\n\ncatalog:\n');
  await writeFile(join(root, 'pnpm-lock.yaml'), '');
  for (const folder of ['', 'services/one'])
    await writeFile(join(root, folder, 'package.json'), '{ "type": "module" }');
  await writeNpx('mkdir -p node_modules; sleep 0.3');
  await writeScript('process.exit(Number(process.argv[2] ?? 0));');
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('two at once install once, and each ends as its script ends', async () => {
  const both = [run(['3']), run(['5'])];
  expect(await Promise.all(both.map(({ code }) => code))).toEqual([3, 5]);
  const printed = await Promise.all(both.map(({ errors }) => errors));
  expect(printed.join('')).toMatch(/Another start is installing the packages/);
  expect((await calls()).trim().split('\n')).toHaveLength(1);
  expect(await calls()).toMatch(/pnpm@[\d.]+ install --frozen-lockfile/);
});

test.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'services/one/package.json'])(
  'a change of %s installs again, and no change does not',
  async (file) => {
    await run().code;
    await run().code;
    expect((await calls()).trim().split('\n')).toHaveLength(1);
    await appendFile(join(root, file), '\n');
    await run().code;
    expect((await calls()).trim().split('\n')).toHaveLength(2);
  },
);

test('the lock of an install that was killed is taken over', async () => {
  const killed = spawn('sleep', ['60']);
  await mkdir(join(root, '.cache'));
  await writeFile(join(root, '.cache', 'install.lock'), String(killed.pid));
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(await run(['4']).code).toBe(4);
});

test.each([
  [
    'echo "npm error code EAI_AGAIN" >&2; exit 1',
    /^The packages could not be fetched: the npm registry does not answer\. .*$/,
  ],
  [
    'echo "ERR_PNPM_OUTDATED_LOCKFILE" >&2; exit 1',
    /^pnpm-lock\.yaml does not fit a package\.json\. Run: npx pnpm@[\d.]+ install$/,
  ],
  ['echo "no ENOSPC left" >&2; exit 1', /^The packages could not be installed: the disk is full\.$/],
])('a failed install (%s) is told in one sentence, and tried again by the next start', async (fails, sentence) => {
  await writeNpx(fails);
  const failed = run();
  expect(await failed.code).toBe(1);
  expect((await failed.errors).trim().split('\n').at(-1)).toMatch(sentence);
  await writeNpx('mkdir -p node_modules');
  expect(await run(['2']).code).toBe(2);
});

test('where the home folder cannot be written, caches and store go into the project', async () => {
  await writeNpx('mkdir -p node_modules; echo "$HOME $npm_config_cache" > home-of-npx');
  await run([], { HOME: '/proc/nowhere', npm_config_cache: '/proc/nowhere/.npm' }).code;
  const standIn = join(root, '.cache', 'home');
  expect(await readFile(join(root, 'home-of-npx'), 'utf8')).toBe(`${standIn} ${join(standIn, '.npm')}\n`);
});

test('a signal reaches the script, whose exit code is passed on', async () => {
  await writeScript(`process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); mark('up');`);
  const { process: bootstrap, code } = run();
  await until('up', bootstrap);
  bootstrap.kill('SIGTERM');
  expect(await code).toBe(9);
});

test('the script is told when the bootstrap is killed', async () => {
  await writeScript(`process.on('disconnect', () => { mark('alone'); process.exit(); }); mark('up');`);
  const { process: bootstrap } = run();
  await until('up', bootstrap);
  bootstrap.kill('SIGKILL');
  await until('alone');
});

async function writeNpx(body: string): Promise<void> {
  await mkdir(join(root, 'bin'), { recursive: true });
  await writeFile(join(root, 'bin', 'npx'), `#!/bin/sh\necho "$@" >> npx-calls\n${body}\n`);
  await chmod(join(root, 'bin', 'npx'), 0o755);
}

async function writeScript(body: string): Promise<void> {
  const mark = `import { writeFileSync } from 'node:fs';\nconst mark = (name: string) => writeFileSync(name, '');\n`;
  await writeFile(join(root, 'script.ts'), mark + body);
}

function run(args: string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'infra/local/bootstrap.mjs'), 'script.ts', ...args], {
    env: { ...process.env, ...environment, PATH: [join(root, 'bin'), process.env.PATH].join(delimiter) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const errors = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  return { process: child, errors, code: once(child, 'close').then(() => child.exitCode) };
}

/** Waits for a mark of the script; `bootstrap` is what runs it. */
async function until(marked: string, bootstrap?: ChildProcess): Promise<void> {
  const exists = () =>
    access(join(root, marked)).then(
      () => true,
      () => false,
    );
  while (!(await exists())) {
    if (typeof bootstrap?.exitCode === 'number') throw new Error(`It ended without the mark "${marked}".`);
    await wait(20);
  }
}

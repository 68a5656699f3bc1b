import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { rootFolder } from '../root-folder.ts';

const rulesSchema = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** A project in small: packages found by name through links, as pnpm lays them out. */
const project = {
  'packages/contracts/src/ticket.ts': `import { z } from 'zod'; export const ticket = z;`,
  'packages/config/src/settings.ts': `import { join } from 'node:path'; export const settings = join;`,
  'packages/db/src/scope.ts': `
    import { ticket } from '@ticket-pros/contracts/ticket';
    import { settings } from '@ticket-pros/config/settings';
    export const scope = [ticket, settings];`,
  'packages/db/src/scope.it.test.ts': `import { start } from '@ticket-pros/testing/start'; start(); import 'sharp';`,
  'packages/reader/src/read.ts': `import type { ticket } from '@ticket-pros/contracts/ticket'; export type T = typeof ticket;`,
  'packages/testing/src/start.ts': `export const start = () => {};`,
  'services/api/src/app.ts': `import { scope } from '@ticket-pros/db/scope'; export const app = scope;`,
  'services/api/test/start-app.ts': `import { app } from '../src/app.ts'; export const started = app;`,
  'services/web/src/page.tsx': `
    import type { ticket } from '@ticket-pros/contracts/ticket';
    export const page = (of: typeof ticket) => <p>{String(of)}</p>;`,
  'infra/local/start.ts': `import { settings } from '@ticket-pros/config/settings'; settings('a');`,
  'services/web/vite.config.ts': `import 'sharp';`,
};

const sinners: Record<string, { file: string; text: string }> = {
  'no-cycle': {
    file: 'packages/contracts/src/circle.ts',
    text: `import type { Half } from './half.ts'; export type Circle = Half;`,
  },
  'no-missing-file': { file: 'services/api/src/lost.ts', text: `import '@ticket-pros/db/nowhere';` },
  'no-service-from-service': { file: 'services/web/src/sly.tsx', text: `export { app } from '../../api/src/app.ts';` },
  'no-service-from-elsewhere': {
    file: 'packages/db/src/upwards.ts',
    text: `import '../../../services/api/src/app.ts';`,
  },
  'arrows-of-contracts': { file: 'packages/contracts/src/greedy.ts', text: `import '@ticket-pros/config/settings';` },
  'arrows-of-config': { file: 'packages/config/src/greedy.ts', text: `import '@ticket-pros/contracts/ticket';` },
  'arrows-of-strip-metadata': {
    file: 'packages/strip-metadata/src/greedy.ts',
    text: `import '@ticket-pros/contracts/ticket';`,
  },
  'arrows-of-process': { file: 'packages/process/src/greedy.ts', text: `import '@ticket-pros/config/settings';` },
  'arrows-of-reader': { file: 'packages/reader/src/greedy.ts', text: `await import('@ticket-pros/db/scope');` },
  'arrows-of-db': { file: 'packages/db/src/greedy.ts', text: `import '@ticket-pros/reader/read';` },
  'arrows-of-queue': {
    file: 'packages/queue/src/greedy.ts',
    text: `import type { scope } from '@ticket-pros/db/scope'; export type S = typeof scope;`,
  },
  'arrows-of-storage': { file: 'packages/storage/src/greedy.ts', text: `export * from '@ticket-pros/db/scope';` },
  'arrows-of-mail': { file: 'packages/mail/src/greedy.ts', text: `import '@ticket-pros/reader/read';` },
  'few-npm-packages-in-contracts': { file: 'packages/contracts/src/heavy.ts', text: `import 'sharp';` },
  'few-npm-packages-in-config': { file: 'packages/config/src/heavy.ts', text: `import 'sharp';` },
  'few-npm-packages-in-strip-metadata': { file: 'packages/strip-metadata/src/heavy.ts', text: `import 'zod';` },
  'browser-safe': { file: 'packages/contracts/src/file.ts', text: `import 'node:fs';` },
  'no-tests-in-production': { file: 'services/api/src/fake.ts', text: `import '@ticket-pros/testing/start';` },
  'no-relative-path-between-packages': {
    file: 'services/api/src/short-cut.ts',
    text: `import '../../../packages/db/src/scope.ts';`,
  },
  'no-relative-path-out-of-infra-or-e2e': {
    file: 'infra/local/short-cut.ts',
    text: `import '../../packages/db/src/scope.ts';`,
  },
  'no-dev-dependency-in-production': { file: 'services/api/src/tool.ts', text: `import 'sharp';` },
  'no-undeclared-package': { file: 'services/api/src/stray.ts', text: `import 'pg';` },
};

test('a project that keeps the arrows passes', async () => {
  expect(await findViolations(project)).toEqual([]);
});

test('each arrow that is broken is refused, in the file that breaks it', async () => {
  const files = Object.fromEntries(Object.values(sinners).map(({ file, text }) => [file, text]));
  const violations = await findViolations({
    ...project,
    ...files,
    'packages/contracts/src/half.ts': `import type { Circle } from './circle.ts'; export type Half = Circle;`,
  });
  for (const [rule, { file }] of Object.entries(sinners)) {
    expect(violations).toContainEqual({ rule, file });
  }
});

test('every rule is broken by one of these files', () => {
  const { forbidden } = rulesSchema.parse(createRequire(import.meta.url)('./layers.cjs'));
  expect(Object.keys(sinners).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

/** What the check finds in a project with these files. */
async function findViolations(files: Record<string, string>): Promise<{ rule: string; file: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-layers-'));
  try {
    for (const [path, text] of Object.entries({ ...files, ...npmPackages() })) await write(join(folder, path), text);
    const packages = new Set(Object.keys(files).map((path) => path.split('/').slice(0, 2).join('/')));
    for (const path of packages) await makePackage(folder, path);
    return await check(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(folder: string): Promise<{ rule: string; file: string }[]> {
  const command = [
    join(rootFolder, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...['--config', join(rootFolder, 'infra/checks/layers.cjs'), '--output-type', 'json'],
    ...['services', 'packages', 'infra'],
  ];
  // Its exit code is the number of violations, and the report is there all the same.
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder }).catch((error: unknown) =>
    z.object({ stdout: z.string() }).parse(error),
  );
  const { violations } = reportSchema.parse(JSON.parse(stdout)).summary;
  return violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

function npmPackages(): Record<string, string> {
  return Object.fromEntries(
    ['zod', 'sharp', 'pg'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'main.js' })],
      [`node_modules/${name}/main.js`, ''],
    ]),
  );
}

/** Gives it a package.json that knows zod in production and sharp while developing, and a name to be found by. */
async function makePackage(folder: string, path: string): Promise<void> {
  const name = `@ticket-pros/${path.split('/').at(-1)}`;
  const manifest = {
    name,
    type: 'module',
    exports: { './*': './src/*.ts' },
    dependencies: { zod: '1.0.0' },
    devDependencies: { sharp: '1.0.0' },
  };
  await write(join(folder, path, 'package.json'), JSON.stringify(manifest));
  const link = join(folder, 'node_modules', name);
  await mkdir(dirname(link), { recursive: true });
  await symlink(join(folder, path), link);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

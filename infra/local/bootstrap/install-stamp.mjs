import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './root-folder.mjs';

const stampFile = join(rootFolder, 'node_modules', '.ticket-pros-install');

/** Whether the packages on disk are those that the lockfile and the package files ask for. */
export function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOfPackageFiles();
}

/** Remembers that the packages on disk are those of `hash`, taken before they were installed. */
export function markInstalled(hash) {
  writeFileSync(stampFile, hash);
}

/** Changes whenever another install is needed: the lockfile, any package file, this kind of machine. */
export function hashOfPackageFiles() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packageFiles()]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(rootFolder, file)));
  }
  return hash.digest('hex');
}

/** The package.json of every workspace package, in a fixed order. */
function packageFiles() {
  const workspace = readFileSync(join(rootFolder, 'pnpm-workspace.yaml'), 'utf8');
  const list = /^packages:\n((?: +- .*\n)+)/m.exec(workspace);
  const patterns = (list === null ? '' : list[1])
    .split('\n')
    .map((line) => line.replace(/^ +- ["']?([^"']*).*$/, '$1'));
  return patterns
    .flatMap((pattern) => (pattern.endsWith('/*') ? foldersIn(pattern.slice(0, -2)) : [pattern]))
    .map((folder) => `${folder}/package.json`)
    .filter((file) => file !== '/package.json' && existsSync(join(rootFolder, file)))
    .sort();
}

function foldersIn(folder) {
  return readdirSync(join(rootFolder, folder)).map((name) => `${folder}/${name}`);
}

import { globSync } from 'node:fs';
import { rootFolder } from '../../root-folder.ts';
import { findVagueNames } from './find-vague-names.ts';

/** Refuses vague names in the project's code. Run by `npm test`. */
const paths = globSync('{services,packages,infra,e2e}/**/*.{ts,tsx,mjs,cjs,css,sql}', {
  cwd: rootFolder,
  exclude: (path) => ['node_modules', 'dist'].some((folder) => path.split('/').includes(folder)),
});

const vague = findVagueNames(paths);
for (const path of vague) console.error(`${path}: say in the name what the file or folder does.`);
if (vague.length > 0) process.exitCode = 1;

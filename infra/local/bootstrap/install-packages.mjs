import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdInstallLock } from './hold-install-lock.mjs';
import { hashOfPackageFiles, isInstalled, markInstalled } from './install-stamp.mjs';
import { rootFolder } from './root-folder.mjs';
import { runPnpmInstall } from './run-pnpm-install.mjs';
import { errorForPeople, openProgressLine } from './tell-people.mjs';

/** Installs what the lockfile names, unless that was done already. Shows its progress. */
export async function installPackages() {
  if (isInstalled()) return;
  refuseUnwritableFolder();
  await holdInstallLock(installOnce, () => console.error('Another start is installing the packages; waiting for it …'));
}

async function installOnce() {
  if (isInstalled()) return;
  const started = Date.now();
  const hash = hashOfPackageFiles();
  const first = !existsSync(join(rootFolder, 'node_modules'));
  const title = first ? 'Installing packages (the first time takes about half a minute)' : 'Installing packages';
  const line = openProgressLine(`${title} …`);
  try {
    const count = await runPnpmInstall((done, total) => line.update(`${title} … ${done} of ${total}`));
    markInstalled(hash);
    line.close(`Installed ${count} packages in ${Math.round((Date.now() - started) / 1000)} s.`);
  } catch (error) {
    line.close();
    throw error;
  }
}

function refuseUnwritableFolder() {
  const unwritable = [rootFolder, join(rootFolder, 'node_modules'), join(rootFolder, '.cache')]
    .filter((folder) => existsSync(folder))
    .find((folder) => !isWritable(folder));
  if (unwritable === undefined) return;
  throw errorForPeople(
    `Packages have to be installed, but the folder ${unwritable} cannot be written by this user. ` +
      'Run the command as the user who owns it.',
  );
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

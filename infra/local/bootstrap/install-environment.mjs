import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { rootFolder } from './root-folder.mjs';

/**
 * The environment in which npx and pnpm run: the caller's, except that where the home folder cannot be written, their
 * caches and pnpm's store go into .cache/ of the project.
 */
export function installEnvironment() {
  const home = safeHomeFolder();
  if (home !== null && canMake(join(home, '.npm')) && canMake(join(home, '.local', 'share', 'pnpm')))
    return process.env;
  const standIn = join(rootFolder, '.cache', 'home');
  mkdirSync(standIn, { recursive: true });
  const { XDG_CACHE_HOME, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, PNPM_HOME, ...rest } = process.env;
  return { ...rest, HOME: standIn, npm_config_cache: join(standIn, '.npm') };
}

function safeHomeFolder() {
  try {
    return homedir();
  } catch {
    // No HOME, and a user id that the system does not know.
    return null;
  }
}

/**
 * Whether `folder` can be written by this user; makes it where it is missing, as npm or pnpm would. Step by step, because
 * Node's own recursive mkdir never returns below a folder like /proc.
 */
function canMake(folder) {
  try {
    if (!existsSync(folder)) {
      if (!canMake(dirname(folder))) return false;
      mkdirSync(folder);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

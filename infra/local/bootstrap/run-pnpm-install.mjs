import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { createInterface } from 'node:readline';
import { installEnvironment } from './install-environment.mjs';
import { rootFolder } from './root-folder.mjs';
import { errorForPeople } from './tell-people.mjs';

const pnpm = 'pnpm@12.21.0';
const networkTrouble =
  /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|META_FETCH_FAIL|FETCH_FAIL|dns error|error sending request/;
/** When downloads fail and none succeeds for this long, there is no network; pnpm alone would go on for minutes. */
const giveUpAfterMs = 20_000;

/**
 * Runs pnpm's frozen install and tells `onProgress(done, total)` as packages arrive.
 * @returns how many packages the lockfile asked for on this machine.
 */
export function runPnpmInstall(onProgress) {
  const args = [
    '--yes',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--reporter=ndjson',
    '--config.confirm-modules-purge=false',
  ];
  const child = spawn('npx', args, {
    cwd: rootFolder,
    // npm alone would wait ten seconds and then a minute before it asks the registry again.
    env: {
      ...installEnvironment(),
      npm_config_fetch_retry_mintimeout: '1000',
      npm_config_fetch_retry_maxtimeout: '4000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: npx does not take the pnpm below it along when it is ended.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const watch = { total: 0, done: 0, lastSuccess: Date.now(), failing: false, stopped: false, words: [] };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      noteLine(line, watch);
      onProgress(watch.done, watch.total);
    });
  }
  const endAll = () => endGroup(child);
  const timer = setInterval(async () => {
    const silentMs = Date.now() - watch.lastSuccess;
    // pnpm says nothing of what fails while it checks the lockfile against the registry.
    if (silentMs > giveUpAfterMs / 2 && !watch.failing) watch.failing = await isRegistryUnknown();
    if (silentMs > giveUpAfterMs && watch.failing) endAll();
  }, 2000);
  const stop = () => {
    watch.stopped = true;
    endAll();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(error.code === 'ENOENT' ? noNpx() : error));
    child.on('close', (code) => {
      clearInterval(timer);
      for (const signal of signals) process.off(signal, stop);
      if (code === 0) resolve(watch.total);
      else reject(watch.stopped ? errorForPeople('Stopped while installing the packages.') : explainFailure(watch));
    });
  });
}

/** Whether this machine cannot even name the registry's address. Behind a proxy it need not be able to. */
function isRegistryUnknown() {
  const { HTTPS_PROXY, https_proxy, npm_config_https_proxy, npm_config_registry } = process.env;
  if (HTTPS_PROXY || https_proxy || npm_config_https_proxy) return false;
  const { hostname } = new URL(npm_config_registry || 'https://registry.npmjs.org');
  return lookup(hostname).then(
    () => false,
    () => true,
  );
}

function endGroup(child) {
  if (process.platform === 'win32' || child.pid === undefined) {
    child.kill('SIGTERM');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function noteLine(line, watch) {
  const event = readEvent(line);
  if (event === null) {
    watch.words.push(line);
  } else if (event.name === 'pnpm:progress') {
    if (event.status === 'resolved') watch.total += 1;
    if (event.status === 'imported') watch.done += 1;
    if (event.status === 'fetched' || event.status === 'imported') watch.lastSuccess = Date.now();
  } else if (event.name === 'pnpm:request-retry') {
    watch.failing = true;
  } else if (event.level === 'error') {
    watch.words.push([event.code, event.message ?? event.err?.message].filter(Boolean).join(': '));
  }
}

function readEvent(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function explainFailure({ words, failing }) {
  const text = words.join('\n');
  if (failing || networkTrouble.test(text)) {
    return errorForPeople(
      'The packages could not be fetched: the npm registry does not answer. ' +
        'Check the network connection (or HTTPS_PROXY, behind a proxy) and run the command again.',
    );
  }
  if (text.includes('OUTDATED_LOCKFILE')) {
    return errorForPeople(`pnpm-lock.yaml does not fit a package.json. Run: npx ${pnpm} install`);
  }
  if (text.includes('ENOSPC')) return errorForPeople('The packages could not be installed: the disk is full.');
  return errorForPeople(`The packages could not be installed:\n${words.slice(-15).join('\n')}`);
}

function noNpx() {
  return errorForPeople('The packages could not be installed: npx is missing. It comes with npm; install npm first.');
}

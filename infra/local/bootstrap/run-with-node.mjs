import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { rootFolder } from './root-folder.mjs';
import { errorForPeople } from './tell-people.mjs';

const wantedNode = 24;

/**
 * Runs a TypeScript file of the project on Node 24, in the project's folder, and ends as it ends. The IPC channel lets
 * the script see that this process is gone, even after kill -9.
 */
export function runWithNode(script, args) {
  const node = findNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(rootFolder, script), ...args], {
    cwd: rootFolder,
    env: {
      // Compiled code is kept between starts, which halves the time of a warm one.
      NODE_COMPILE_CACHE: join(rootFolder, '.cache', 'compiled'),
      ...process.env,
      PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter),
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the script from the terminal itself; sent on as well, it would count twice there.
  const reachesChildAnyway = process.stdin.isTTY === true ? ['SIGINT'] : [];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!reachesChildAnyway.includes(signal)) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

/** This Node where it is new enough, else the one that was installed with the packages: the binary itself, no wrapper. */
function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= wantedNode) return process.execPath;
  const installed = join(rootFolder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(installed)) return installed;
  throw errorForPeople(
    `Ticket Pros runs on Node ${wantedNode}, and brings it along for Linux on x64 and arm64 only. ` +
      `Install Node ${wantedNode} and run the command again.`,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { rootFolder } from '../../root-folder.ts';
import { endGroup, endRestOfGroup } from './end-group.ts';

export type ProcessToRun = {
  /** Arguments for this Node: options, a script, the script's own arguments. */
  args: readonly string[];
  /** Ends the process, and everything that it started, when it fires. */
  signal: AbortSignal;
  /** Takes what the process sends with process.send(). */
  onMessage?: (message: unknown) => void;
  /** Takes its output as it comes. */
  onOutput?: (text: string) => void;
};

export type EndedProcess = {
  /** Exit code; null where a signal ended it. */
  code: number | null;
  /** Everything that it printed, without colours. */
  output: string;
};

/** Runs a script in the project's folder, as the head of a process group of its own. */
export async function runProcess(wanted: ProcessToRun): Promise<EndedProcess> {
  const { args, signal, onMessage, onOutput } = wanted;
  const child = spawn(process.execPath, args, {
    cwd: rootFolder,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', onMessage === undefined ? 'ignore' : 'ipc'],
    detached: process.platform !== 'win32',
  });
  const end = () => endGroup(child);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  if (onMessage !== undefined) child.on('message', onMessage);
  let output = '';
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  const closed = once(child, 'close');
  await once(child, 'exit');
  signal.removeEventListener('abort', end);
  endRestOfGroup(child);
  // Somebody outside the group may still hold its output open.
  await Promise.race([closed, wait(2000, null, { ref: false })]);
  for (const stream of streams) stream.destroy();
  return { code: child.exitCode, output: stripVTControlCharacters(output).trim() };
}

/**
 * The caller's environment, less what would change how checks and tests behave. Tests start the product dozens of times: what Node
 * compiled once, it takes from a folder then.
 */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR, NODE_ENV, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1', NODE_COMPILE_CACHE: join(rootFolder, 'node_modules/.cache/compiled') };
}

import type { ChildProcess } from 'node:child_process';

const politeMs = 5000;

/** Asks a child that leads a process group, and everything below it, to end; by force where that takes too long. */
export function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), politeMs);
  child.once('exit', () => clearTimeout(force));
}

/** Ends what a child left behind in its group. */
export function endRestOfGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

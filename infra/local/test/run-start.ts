import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../start.ts', import.meta.url));

export type TestStart = {
  process: ChildProcess;
  /** Everything that it printed so far. */
  printed(): string;
  /** Resolves once it printed `words`; rejects when it ends before. */
  until(words: string): Promise<void>;
  /** Its exit code, once it ended. */
  ended: Promise<number | null>;
};

/** For tests: runs `npm start`'s script with these settings. */
export function runStart(settings: Record<string, string>, args: readonly string[] = []): TestStart {
  const { NODE_OPTIONS, CI, ...caller } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...caller, NODE_ENV: 'development', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      child.emit('printed');
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    process: child,
    printed: () => printed,
    ended,
    async until(words) {
      while (!printed.includes(words)) {
        const over = await Promise.race([once(child, 'printed').then(() => false), ended.then(() => true)]);
        if (over && !printed.includes(words)) throw new Error(`It ended without "${words}":\n${printed}`);
      }
    },
  };
}

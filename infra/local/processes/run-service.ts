import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { StartError } from '../start-error.ts';
import { type LogLine, readLogLine } from './read-log-line.ts';

export type ServiceOptions = {
  /** As people know it: "The API". */
  title: string;
  /** Path of the TypeScript file that is the service. */
  script: string;
  environment: NodeJS.ProcessEnv;
  /** Takes every line that it prints. */
  onLine: (line: LogLine, raw: string) => void;
  /** Told the number of each process that is started for it. */
  onProcess: (pid: number) => Promise<void>;
  /** Told in a sentence when it died and is started again. */
  say: (sentence: string) => void;
};

export type Service = {
  /** Says that it works: from now on it is started again when it dies. */
  trust(): void;
  /** Rejects with a StartError when it dies before it was trusted. */
  diedEarly: Promise<never>;
  /** Asks it to finish; by force where it takes too long. */
  stop(): Promise<void>;
};

const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A service that ran this long is well; its next death begins the delays anew. */
const wellAfterMs = 60_000;
const stopPatienceMs = 20_000;

/** Runs a service as a child process and, once it is trusted, starts it again whenever it dies. */
export function runService(options: ServiceOptions): Service {
  const { promise: diedEarly, reject } = Promise.withResolvers<never>();
  diedEarly.catch(() => {});
  let child: ChildProcess | undefined;
  let next: NodeJS.Timeout | undefined;
  let state: 'starting' | 'trusted' | 'stopping' = 'starting';
  let delayMs = firstDelayMs;

  const launch = () => {
    const begunAt = Date.now();
    const lastWords: string[] = [];
    child = spawnService(options, (words) => lastWords.splice(0, Math.max(0, lastWords.push(words) - 8)));
    child.once('close', (code, signal) => {
      child = undefined;
      if (state === 'stopping') return;
      if (state === 'starting') {
        const reason = lastWords.join('\n') || describeEnd(code, signal);
        reject(new StartError(`${options.title} did not start: ${reason}`));
        return;
      }
      if (Date.now() - begunAt > wellAfterMs) delayMs = firstDelayMs;
      options.say(`${options.title} ended (${describeEnd(code, signal)}); starting it again.`);
      next = setTimeout(launch, delayMs);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    });
  };
  launch();

  return {
    diedEarly,
    trust() {
      if (state === 'starting') state = 'trusted';
    },
    async stop() {
      state = 'stopping';
      clearTimeout(next);
      const running = child;
      if (running === undefined) return;
      const closed = once(running, 'close');
      running.kill('SIGTERM');
      const force = setTimeout(() => running.kill('SIGKILL'), stopPatienceMs);
      await closed;
      clearTimeout(force);
    },
  };
}

/** @param onComplaint takes what it prints to stderr or logs as an error. */
function spawnService(options: ServiceOptions, onComplaint: (words: string) => void): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', options.script], {
    env: options.environment,
    // The IPC channel tells the service when this process is gone, even after kill -9. Its own process group keeps it
    // from the terminal's Ctrl-C, because services end in order.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  for (const from of ['stdout', 'stderr'] as const) {
    const stream = child[from];
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (raw) => {
      const line = readLogLine(raw);
      options.onLine(line, raw);
      if (from === 'stderr' || line.level >= 50) onComplaint(line.text);
    });
  }
  child.on('error', () => {});
  if (child.pid !== undefined) options.onProcess(child.pid).catch(() => {});
  return child;
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exit code ${code}` : signal;
}

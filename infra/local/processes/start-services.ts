import { join } from 'node:path';
import { rootFolder } from '../../root-folder.ts';
import type { DataPaths } from '../data-folder/data-paths.ts';
import { StartError } from '../start-error.ts';
import { rememberProcess } from './remember-process.ts';
import { runService, type Service } from './run-service.ts';
import { openServiceLog } from './service-log.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export type ServicesRun = {
  environment: NodeJS.ProcessEnv;
  /** Where the API answers on this machine. */
  localUrl: string;
  /** Where the worker answers about its health. */
  workerUrl: string;
  paths: DataPaths;
  say: (sentence: string) => void;
  onLog: (service: string, level: number, text: string) => void;
  signal: AbortSignal;
};

export type StartedService = {
  /** Resolves when it answers that it is ready; rejects when it dies before. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/** Starts the API. */
export function startApi(run: ServicesRun): Promise<StartedService> {
  return launch(run, { name: 'api', title: 'The API', script: 'services/api/src/server.ts', url: run.localUrl });
}

/** Starts the worker. */
export function startWorker(run: ServicesRun): Promise<StartedService> {
  return launch(run, {
    name: 'worker',
    title: 'The worker',
    script: 'services/worker/src/main.ts',
    url: run.workerUrl,
  });
}

const patienceMs = 120_000;

/** `url` is where it will answer about its health. */
type Launch = { name: string; title: string; script: string; url: string };

async function launch(run: ServicesRun, { name, title, script, url }: Launch): Promise<StartedService> {
  const logFile = join(run.paths.logs, `${name}.log`);
  const log = await openServiceLog(logFile);
  const service = runService({
    title,
    script: join(rootFolder, script),
    environment: run.environment,
    onLine(line, raw) {
      log.write(raw);
      run.onLog(name, line.level, line.text);
    },
    onProcess: (pid) => rememberProcess(run.paths.running, name, pid),
    say: run.say,
  });
  const problem = `${title} runs but does not get ready. Its log may tell why: ${logFile}`;
  const ready = trustOnceReady(service, url, problem, run.signal);
  // It may fail before anybody waits for it.
  ready.catch(() => {});
  return {
    ready,
    async stop() {
      await service.stop();
      await log.close();
    },
  };
}

async function trustOnceReady(service: Service, url: string, problem: string, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const tooLate = setTimeout(() => over.abort(new StartError(problem)), patienceMs);
  const end = AbortSignal.any([signal, over.signal]);
  try {
    await Promise.race([waitUntilReady(url, end), service.diedEarly, rejectOn(end)]);
    service.trust();
  } finally {
    clearTimeout(tooLate);
    over.abort();
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

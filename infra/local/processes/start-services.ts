import { join } from 'node:path';
import { rootFolder } from '../../root-folder.ts';
import type { DataPaths } from '../data-folder/data-paths.ts';
import { rememberProcess } from './remember-process.ts';
import { runService, type Service } from './run-service.ts';
import { openServiceLog } from './service-log.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export type ServicesRun = {
  environment: NodeJS.ProcessEnv;
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

/** Starts the API, which will answer at `localUrl`. */
export async function startApi(run: ServicesRun, localUrl: string): Promise<StartedService> {
  const { service, stop } = await launch(run, { name: 'api', title: 'The API', script: 'services/api/src/server.ts' });
  return { ready: trustOnceReady(service, Promise.resolve(localUrl), run.signal), stop };
}

/** Starts the worker, which chooses a port for its health and tells it in its log. */
export async function startWorker(run: ServicesRun): Promise<StartedService> {
  const { promise: healthUrl, resolve } = Promise.withResolvers<string>();
  const { service, stop } = await launch(run, {
    name: 'worker',
    title: 'The worker',
    script: 'services/worker/src/main.ts',
    onFields: (fields) => {
      if (typeof fields.healthUrl === 'string') resolve(fields.healthUrl);
    },
  });
  return { ready: trustOnceReady(service, healthUrl, run.signal), stop };
}

type Launch = { name: string; title: string; script: string; onFields?: (fields: Record<string, unknown>) => void };

async function launch(run: ServicesRun, { name, title, script, onFields }: Launch) {
  const log = await openServiceLog(join(run.paths.logs, `${name}.log`));
  const service = runService({
    title,
    script: join(rootFolder, script),
    environment: run.environment,
    onLine(line, raw) {
      log.write(raw);
      onFields?.(line.fields);
      run.onLog(name, line.level, line.text);
    },
    onProcess: (pid) => rememberProcess(run.paths.running, name, pid),
    say: run.say,
  });
  return {
    service,
    async stop() {
      await service.stop();
      await log.close();
    },
  };
}

async function trustOnceReady(service: Service, url: Promise<string>, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  try {
    const ready = url.then((known) => waitUntilReady(known, AbortSignal.any([signal, over.signal])));
    ready.catch(() => {});
    await Promise.race([ready, service.diedEarly, rejectOn(signal)]);
    service.trust();
  } finally {
    over.abort();
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

import { SettingsError } from '@ticket-pros/config/parse-environment';
import { readWorkerSettings } from '@ticket-pros/config/worker-settings';
import { closeOnSignal } from '@ticket-pros/process/close-on-signal';
import { createLogger } from '@ticket-pros/process/create-logger';
import { startWorker } from './start-worker.ts';

try {
  const settings = readWorkerSettings(process.env);
  const log = createLogger('worker', settings.LOG_LEVEL);
  const worker = await startWorker(settings, log);
  closeOnSignal(log, worker.close);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}

import { SettingsError } from '@ticket-pros/config/parse-environment';
import { readWorkerSettings } from '@ticket-pros/config/worker-settings';
import { closeOnSignal } from './close-on-signal.ts';
import { createLogger } from './create-logger.ts';
import { startWorker } from './start-worker.ts';

try {
  const settings = readWorkerSettings(process.env);
  const log = createLogger(settings.LOG_LEVEL);
  const worker = await startWorker(settings, log);
  closeOnSignal(log, worker.close);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}

import { z } from 'zod';
import { databaseAddresses } from './database-settings.ts';
import { mailSecretShape, mailTransportShape, readMailConnection, readMailSecret } from './mail-settings.ts';
import { parseEnvironment } from './parse-environment.ts';
import { processSettingsShape } from './process-settings.ts';
import { queueSettingsShape } from './queue-settings.ts';
import { readConnections } from './read-connections.ts';
import { storageSettingsShape } from './storage-settings.ts';

const workerEnvironmentSchema = z.object({
  ...processSettingsShape,
  ...queueSettingsShape,
  ...storageSettingsShape,
  ...mailSecretShape,
  ...mailTransportShape,
  DATABASE_WORKER_URL: databaseAddresses.DATABASE_WORKER_URL,
  DATABASE_SWEEP_URL: databaseAddresses.DATABASE_SWEEP_URL,
  /** Tickets read at the same time, each in a thread of its own. */
  READER_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  READER_TIMEOUT_SECONDS: z.coerce.number().int().min(5).default(180),
  WORKER_HOST: z.string().default('127.0.0.1'),
  /** Where the worker answers /health/live and /health/ready. 0 takes any free port. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
});

/** Checks the worker's environment once, at start. Throws SettingsError. */
export function readWorkerSettings(environment: NodeJS.ProcessEnv) {
  const settings = parseEnvironment(workerEnvironmentSchema, environment);
  const connections = readConnections(settings);
  const mail = { secret: readMailSecret(settings), connection: readMailConnection(settings) };
  return { ...settings, ...connections, mail };
}
export type WorkerSettings = ReturnType<typeof readWorkerSettings>;

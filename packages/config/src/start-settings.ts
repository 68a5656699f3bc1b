import { z } from 'zod';
import { parseEnvironment } from './parse-environment.ts';
import { processSettingsShape } from './process-settings.ts';

const startEnvironmentSchema = z.object({
  NODE_ENV: processSettingsShape.NODE_ENV,
  /** Everything that a local start keeps: database, pictures, logs. */
  DATA_FOLDER: z.string().default('.data'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address that browsers use, where a proxy stands in front; else it follows from the port. */
  PUBLIC_URL: z.url({ error: 'has to be an address such as https://tickets.example.com' }).optional(),
  AUTH_SECRET: z.string().min(32, 'has to be 32 characters or more').optional(),
  READER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
});

/** Checks the settings of a local start. Throws SettingsError. */
export function readStartSettings(environment: NodeJS.ProcessEnv) {
  return parseEnvironment(startEnvironmentSchema, environment);
}
export type StartSettings = ReturnType<typeof readStartSettings>;

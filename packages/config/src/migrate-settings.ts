import { z } from 'zod';
import { databaseAddresses } from './database-settings.ts';
import { parseEnvironment } from './parse-environment.ts';

/** Checks the environment of the migration command: the addresses of every database role. Throws SettingsError. */
export function readMigrateSettings(environment: NodeJS.ProcessEnv) {
  return parseEnvironment(z.object(databaseAddresses), environment);
}
export type MigrateSettings = ReturnType<typeof readMigrateSettings>;

import { z } from 'zod';
import { databaseAddresses } from './database-settings.ts';
import { parseEnvironment } from './parse-environment.ts';

/** Where the database is for commands that people run: the addresses, or else the folder of a local start. */
const databasePlaceShape = {
  DATABASE_OWNER_URL: databaseAddresses.DATABASE_OWNER_URL.optional(),
  DATABASE_OPERATOR_URL: databaseAddresses.DATABASE_OPERATOR_URL.optional(),
  DATA_FOLDER: z.string().default('.data'),
};

/** Checks the environment of `audit:verify`. Throws SettingsError. */
export function readAuditSettings(environment: NodeJS.ProcessEnv) {
  return parseEnvironment(z.object(databasePlaceShape), environment);
}
export type AuditSettings = ReturnType<typeof readAuditSettings>;

const operatorKey = z.string().regex(/^tpo_[A-Za-z0-9_-]{43}$/, 'has to be an operator key (tpo_…)');

/** Checks the environment of `operator`. OPERATOR_KEY says who asks. Throws SettingsError. */
export function readOperatorSettings(environment: NodeJS.ProcessEnv) {
  return parseEnvironment(z.object({ ...databasePlaceShape, OPERATOR_KEY: operatorKey.optional() }), environment);
}
export type OperatorSettings = ReturnType<typeof readOperatorSettings>;

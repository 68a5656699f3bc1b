import { z } from 'zod';
import { databaseAddresses } from './database-settings.ts';
import { mailFolderShape, mailSecretShape, readMailFolder, readMailSecret } from './mail-settings.ts';
import { parseEnvironment } from './parse-environment.ts';
import { processSettingsShape } from './process-settings.ts';
import { queueSettingsShape } from './queue-settings.ts';
import { readConnections } from './read-connections.ts';
import { storageSettingsShape } from './storage-settings.ts';

const apiEnvironmentSchema = z.object({
  ...processSettingsShape,
  ...queueSettingsShape,
  ...storageSettingsShape,
  ...mailSecretShape,
  /** Where the worker puts mails instead of sending them, for the page that shows them. */
  ...mailFolderShape,
  DATABASE_URL: databaseAddresses.DATABASE_URL,
  DATABASE_AUTH_URL: databaseAddresses.DATABASE_AUTH_URL,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ error: 'is missing; give the address that browsers use, such as https://tickets.example.com' }),
  AUTH_SECRET: z
    .string({ error: 'is missing; give 32 random characters or more' })
    .min(32, 'has to be 32 characters or more'),
  WEB_FOLDER: z.string().optional(),
  /** `off` takes the service worker off every phone that comes by; its pages then come from the server alone. */
  SERVICE_WORKER: z.enum(['on', 'off'], { error: 'has to be on or off' }).default('on'),
  TLS_CERTIFICATE_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  /** How many proxies stand in front, whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** The password of the demo's members, told to this machine alone. Set by `npm start`; ignored in production. */
  DEMO_PASSWORD: z.string().optional(),
});

/** Checks the API's environment once, at start. Throws SettingsError. */
export function readApiSettings(environment: NodeJS.ProcessEnv) {
  const settings = parseEnvironment(apiEnvironmentSchema, environment);
  const connections = readConnections(settings);
  const mail = { secret: readMailSecret(settings), folder: readMailFolder(settings) };
  return { ...settings, ...connections, mail };
}
export type ApiSettings = ReturnType<typeof readApiSettings>;

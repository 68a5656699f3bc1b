import { readApiSettings } from '@ticket-pros/config/api-settings';
import { SettingsError } from '@ticket-pros/config/parse-environment';
import pino from 'pino';
import { buildApp } from './app.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { openParts } from './open-parts.ts';

async function main(): Promise<void> {
  const settings = readApiSettings(process.env);
  const logger = pino({
    name: 'api',
    level: settings.LOG_LEVEL,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'err.request', 'err.parameters'],
  });
  const { parts, close } = await openParts(settings, logger);
  const app = await buildApp(settings, parts, logger);
  closeOnSignal(logger, async () => {
    await app.close();
    await close();
  });
  await app.listen({ host: settings.HOST, port: settings.PORT });
}

try {
  await main();
} catch (error) {
  if (error instanceof SettingsError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}

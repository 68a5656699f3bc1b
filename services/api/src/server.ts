import { readApiSettings } from '@ticket-pros/config/api-settings';
import { SettingsError } from '@ticket-pros/config/parse-environment';
import { closeOnSignal } from '@ticket-pros/process/close-on-signal';
import { createLogger } from '@ticket-pros/process/create-logger';
import { buildApp } from './app.ts';
import { openParts } from './open-parts.ts';

async function main(): Promise<void> {
  const settings = readApiSettings(process.env);
  const logger = createLogger('api', settings.LOG_LEVEL);
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

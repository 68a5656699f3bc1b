import { readMigrateSettings } from '@ticket-pros/config/migrate-settings';
import { SettingsError } from '@ticket-pros/config/parse-environment';
import { MigrationError, migrateDatabase } from './migrate-database.ts';

try {
  const settings = readMigrateSettings(process.env);
  const applied = await migrateDatabase({
    owner: settings.DATABASE_OWNER_URL,
    app: settings.DATABASE_URL,
    auth: settings.DATABASE_AUTH_URL,
    worker: settings.DATABASE_WORKER_URL,
    sweep: settings.DATABASE_SWEEP_URL,
    queue: settings.DATABASE_QUEUE_URL,
    operator: settings.DATABASE_OPERATOR_URL,
  });
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied:\n${applied.join('\n')}`);
} catch (error) {
  const isForPeople = error instanceof SettingsError || error instanceof MigrationError;
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
}

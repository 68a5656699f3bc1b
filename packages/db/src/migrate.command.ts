import { readMigrateSettings } from '@ticket-pros/config/migrate-settings';
import { migrateDatabase } from './migrate-database.ts';

const settings = readMigrateSettings(process.env);
const applied = await migrateDatabase({
  owner: settings.DATABASE_OWNER_URL,
  app: settings.DATABASE_URL,
  auth: settings.DATABASE_AUTH_URL,
  worker: settings.DATABASE_WORKER_URL,
  sweep: settings.DATABASE_SWEEP_URL,
  queue: settings.DATABASE_QUEUE_URL,
});
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied:\n${applied.join('\n')}`);

import type { QueueConnection } from '@ticket-pros/config/queue-settings';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { queueSchema } from './connection-options.ts';

/**
 * Brings BullMQ's tables on Postgres to the version of the installed BullMQ, signed in as the queue's role; several
 * processes may do it at once. The schema has to exist (packages/db makes it). Redis needs nothing.
 */
export async function migrateQueue(connection: QueueConnection): Promise<void> {
  if (connection.kind === 'redis') return;
  const client = new Client({ connectionString: connection.url });
  await client.connect();
  try {
    await runMigrations({ query: (text, values) => runUnlessSchema(client, text, values) }, queueSchema);
  } finally {
    await client.end();
  }
}

/**
 * BullMQ begins with `CREATE SCHEMA IF NOT EXISTS`, for which Postgres wants a right over the whole database even
 * where the schema exists already. The role of the queue has no such right.
 */
async function runUnlessSchema(client: Client, text: string, values: readonly unknown[] = []) {
  if (text.startsWith('CREATE SCHEMA IF NOT EXISTS')) return { rows: [] };
  return client.query<never>(text, [...values]);
}

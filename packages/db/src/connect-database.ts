import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool } from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type DatabaseTransaction = Transaction<Schema>;

type ConnectOptions = {
  /** Connections at the most. */
  max: number;
  /** Told of connections that break while nobody uses them; without a listener such a break would end the process. */
  onIdleError: (error: Error) => void;
};

/** A pool of connections under one role. Destroy it to close them. */
export function connectDatabase(url: string, { max, onIdleError }: ConnectOptions): Database {
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 });
  pool.on('error', onIdleError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

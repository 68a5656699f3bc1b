import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool } from 'pg';
import { poolOptions } from './pool-options.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type DatabaseTransaction = Transaction<Schema>;

type ConnectOptions = {
  /** Connections at the most. */
  max: number;
  /** Told of connections that break while nobody uses them; without a listener such a break would end the process. */
  onIdleError: (error: Error) => void;
};

/** A pool of connections under one role, with the limits of pool-options.ts. Destroy it to close them. */
export function connectDatabase(url: string, { max, onIdleError }: ConnectOptions): Database {
  const pool = new Pool({ ...poolOptions, connectionString: url, max });
  pool.on('error', onIdleError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

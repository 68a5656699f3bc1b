import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { openPool } from './open-pool.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type DatabaseTransaction = Transaction<Schema>;

/** A pool of connections under one role, with the limits of pool-options.ts. Destroy it to close them. */
export function connectDatabase(url: string, wishes: Parameters<typeof openPool>[1]): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(url, wishes) }) });
}

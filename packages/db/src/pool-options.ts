import type { PoolConfig } from 'pg';

/**
 * What every pool of the product has in common: how long anything may hang before it is given up. All times are
 * milliseconds. The longest statements are one batch of a list, of an export or of a reading's values, well below the
 * limits; photos are read and written outside of transactions. Migrations use connections of their own.
 */
export const poolOptions = {
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 60_000,
  lock_timeout: 10_000,
  statement_timeout: 30_000,
  // Slightly above the server's own limit: it is for a server that no longer answers at all.
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const satisfies PoolConfig;

/**
 * Where BullMQ keeps its own tables on Postgres. The migrations of packages/db make the schema for the queue's role.
 */
export const queueSchema = 'queue';

/** Postgres: a small pool for each queue and consumer, besides the one connection on which a consumer listens. */
export function postgresOptions(url: string) {
  return {
    connectionString: url,
    schema: queueSchema,
    max: 2,
    connectionTimeoutMillis: 10_000,
    query_timeout: 15_000,
    keepAlive: true,
  };
}

/** Redis for consumers, which wait until it is back. */
export function redisConsumerOptions(url: string) {
  return { url, maxRetriesPerRequest: null };
}

import { Pool } from 'pg';
import { poolOptions } from './pool-options.ts';

type PoolWishes = {
  /** Connections at the most. */
  max: number;
  /** Told of connections that break while nobody uses them; without a listener such a break would end the process. */
  onIdleError: (error: Error) => void;
};

/** A pool of connections to one address, with the limits of pool-options.ts. */
export function openPool(url: string, { max, onIdleError }: PoolWishes): Pool {
  const pool = new Pool({ ...poolOptions, connectionString: url, max });
  pool.on('error', onIdleError);
  // One that breaks between two queries of a transaction tells nobody but itself, and that would end the process. The next query fails.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

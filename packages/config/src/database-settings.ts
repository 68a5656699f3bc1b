import { z } from 'zod';

const postgresUrl = z
  .string({ error: 'is missing; give a postgres:// address' })
  .regex(/^postgres(ql)?:\/\//, 'has to be a postgres:// address');

/**
 * One address for each database role. The owner migrates and is used by nothing else; `DATABASE_URL` is the
 * application's role, which owns nothing and is bound by row-level security.
 */
export const databaseAddresses = {
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  DATABASE_WORKER_URL: postgresUrl,
  DATABASE_SWEEP_URL: postgresUrl,
  DATABASE_QUEUE_URL: postgresUrl,
  DATABASE_OPERATOR_URL: postgresUrl,
};

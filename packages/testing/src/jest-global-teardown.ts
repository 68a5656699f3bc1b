import { stopSharedPostgres } from './jest-global-setup.ts';

/** Stops what the global setup started. */
export default async function tearDown(): Promise<void> {
  await stopSharedPostgres();
}

import { shareTestPostgres } from './shared-postgres.ts';
import { startTestPostgres } from './start-test-postgres.ts';

/** Starts what the integration and browser tests share, once for each run of jest. */
export default async function setUp(): Promise<void> {
  try {
    const postgres = await startTestPostgres();
    shareTestPostgres(postgres);
    stop = postgres.stop;
  } catch (error) {
    // The tests that need it say so, each with this reason; the others run.
    shareTestPostgres({ problem: `The tests' Postgres did not start. ${describe(error)}` });
  }
}

let stop: (() => Promise<void>) | undefined;

/** Stops the Postgres that this module started, if any. */
export async function stopSharedPostgres(): Promise<void> {
  await stop?.();
}

function describe(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

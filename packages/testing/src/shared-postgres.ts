import type { TestPostgres } from './start-test-postgres.ts';

// Jest's global setup runs once in the parent process; its workers see what it puts into the environment.
const address = 'TICKET_PROS_TEST_POSTGRES';
const problem = 'TICKET_PROS_TEST_POSTGRES_PROBLEM';

/** Tells every test of this run where its Postgres is, or why there is none. */
export function shareTestPostgres(outcome: TestPostgres | { problem: string }): void {
  if ('problem' in outcome) process.env[problem] = outcome.problem;
  else process.env[address] = outcome.templateUrl;
}

/** Address of the run's template database. Throws a sentence that says why there is none. */
export function readSharedPostgres(): string {
  const url = process.env[address];
  if (url !== undefined) return url;
  throw new Error(
    process.env[problem] ?? 'No Postgres runs for these tests: start them with jest.config.mjs of the project.',
  );
}

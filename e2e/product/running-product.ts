import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { z } from 'zod';

const runningProductSchema = z.object({
  address: z.url(),
  dataFolder: z.string(),
  /** A session of each demo member, as a `cookie` header. */
  cookies: z.object({ owner: z.string(), office: z.string(), crew: z.string() }),
});
export type RunningProduct = z.infer<typeof runningProductSchema>;

// Jest's global setup runs once in the parent process; its workers see what it puts into the environment.
const variable = 'TICKET_PROS_E2E_PRODUCT';
const problemVariable = 'TICKET_PROS_E2E_PROBLEM';

/** Tells every browser test of this run where the product is, or why there is none. */
export function announceProduct(outcome: RunningProduct | { problem: string }): void {
  if ('problem' in outcome) process.env[problemVariable] = outcome.problem;
  else process.env[variable] = JSON.stringify(outcome);
}

/** The product of this run. Throws a sentence that says why there is none. */
export function runningProduct(): RunningProduct {
  const announced = process.env[variable];
  if (announced !== undefined) return runningProductSchema.parse(JSON.parse(announced));
  throw new Error(process.env[problemVariable] ?? 'No product runs: start these tests with jest.config.mjs.');
}

/** The session of a demo member, as a `cookie` header. */
export function cookieOf(role: MemberRole): string {
  return runningProduct().cookies[role];
}

import type { z } from 'zod';

/** Thrown when the environment does not hold what a service needs; the message lists every problem, one a line. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings are not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Checks `environment` against `schema`. An empty variable counts as absent. Throws SettingsError naming every problem. */
export function parseEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return name === '' ? issue.message : `${name}: ${issue.message}`;
    }),
  );
}

/** What Postgres sees of the environment: nothing of the caller's settings, and one locale everywhere. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

import { resolve } from 'node:path';

/**
 * A path as the person typed it: npm runs scripts from the project's root, and tells in INIT_CWD where it was called.
 */
export function callerPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

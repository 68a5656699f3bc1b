import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const makeLongSecret = () => randomBytes(32).toString('base64url');

/** The secret kept in `file`, made at random on the first start. Only this user can read it. */
export async function keepSecret(file: string, makeSecret: () => string = makeLongSecret): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const made = makeSecret();
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

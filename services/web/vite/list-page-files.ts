import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PageFile {
  /** Absolute on the site. */
  url: string;
  /** Changes with the file; null where the name itself does. */
  revision: string | null;
  /** What keeps the page of a motel's Wi-Fi, answered in place of a file, from being kept as that file. */
  integrity: string;
}

/**
 * What a phone keeps to open the capture page without a signal: what its build made, and the public files that its html names.
 * @param built names of the files of its build, relative to `outDir`
 */
export async function listPageFiles(
  built: readonly string[],
  publicFolder: string,
  outDir: string,
): Promise<PageFile[]> {
  const html = await readFile(join(outDir, 'capture.html'), 'utf8');
  const named = (await readdir(publicFolder)).filter((name) => html.includes(`"/${name}"`));
  return Promise.all(
    [...built, ...named].sort().map(async (name) => {
      const content = await readFile(join(outDir, name));
      const revision = name.startsWith('assets/') ? null : hash(content, 'hex').slice(0, 16);
      return { url: `/${name}`, revision, integrity: `sha256-${hash(content, 'base64')}` };
    }),
  );
}

function hash(content: Buffer, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}

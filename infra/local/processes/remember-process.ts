import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyProcess } from './identify-process.ts';

export type RememberedProcess = { name: string; pid: number };

/** Notes a running process in `folder`, so that a later start can end it when this one is killed. */
export async function rememberProcess(folder: string, name: string, pid: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), await describeProcess(pid));
}

/** The number and the identity of a process, as one line. */
export async function describeProcess(pid: number): Promise<string> {
  return `${pid} ${await identifyProcess(pid)}`;
}

/** The process that such a line describes, where it still runs. */
export async function findDescribedProcess(line: string): Promise<number | null> {
  const [pid, identity] = line.split(' ');
  const found = await identifyProcess(Number(pid));
  return found !== null && found === identity ? Number(pid) : null;
}

/** The noted processes that still run. */
export async function findRememberedProcesses(folder: string): Promise<RememberedProcess[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ({ name, pid: await findDescribedProcess(await readFile(join(folder, name), 'utf8')) })),
  );
  return found.flatMap(({ name, pid }) => (pid === null ? [] : [{ name, pid }]));
}

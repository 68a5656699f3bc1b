import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export type ServiceLog = { write(line: string): void; close(): Promise<void> };

const keptStarts = 4;

/** Opens a fresh log file; those of the last starts are kept beside it as `.1` (the latest) to `.4`. */
export async function openServiceLog(file: string): Promise<ServiceLog> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  for (let age = keptStarts; age > 0; age -= 1) {
    await rename(age === 1 ? file : `${file}.${age - 1}`, `${file}.${age}`).catch(() => {});
  }
  const stream = createWriteStream(file, { mode: 0o600 });
  // A full disk must not end the start; what matters is said on the terminal, too.
  stream.on('error', () => {});
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

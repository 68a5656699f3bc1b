import { access, writeFile } from 'node:fs/promises';

/** Does `work` once in the life of a data folder; `marker` is the file that remembers it was done. */
export async function onceFor(marker: string, work: () => Promise<void>): Promise<void> {
  if (
    await access(marker).then(
      () => true,
      () => false,
    )
  )
    return;
  await work();
  await writeFile(marker, new Date().toISOString());
}

import { existsSync } from 'node:fs';
import { StartError } from '../start-error.ts';

/** Throws when a data folder holds the demo account, whose passwords everybody knows; `marker` is the file that remembers it. */
export async function refuseDemoData(marker: string): Promise<void> {
  if (!existsSync(marker)) return;
  throw new StartError(
    'This data folder holds the demo account, whose passwords everybody knows. Set DATA_FOLDER to another one for production.',
  );
}

import { createInterface } from 'node:readline/promises';
import { StartError } from '../start-error.ts';

/** Asks whether everything in the data folder may go. Throws a StartError where nobody can be asked. */
export async function askBeforeReset(dataFolder: string): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    throw new StartError('--reset deletes every ticket and asks first, but nobody can answer here. Add --yes.');
  }
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await questions.question(`Delete every ticket, picture and account in ${dataFolder}? (y/N) `);
  questions.close();
  return /^y(es)?$/i.test(answer.trim());
}

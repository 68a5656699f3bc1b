import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';

export const help = `npm start                 starts Ticket Pros on this machine
npm start -- --phone      serves phones on the local network, over HTTPS, and shows a QR code
npm start -- --reset      deletes everything that was kept, after asking, and starts afresh
npm start -- --verbose    shows everything that the parts log
             --yes        answers --reset's question with yes

Settings (environment):
  PORT          where it listens                        3000
  DATA_FOLDER   where everything is kept                ./.data
  PUBLIC_URL    the address that browsers use, where a proxy stands in front
  NODE_ENV      production makes no demo account`;

export type StartArguments = { help: boolean; phone: boolean; reset: boolean; verbose: boolean; yes: boolean };

const flag = { type: 'boolean', default: false } as const;

/** What was asked for on the command line. Throws a StartError for what it does not know. */
export function readArguments(args: readonly string[]): StartArguments {
  try {
    const options = { help: { ...flag, short: 'h' }, phone: flag, reset: flag, verbose: flag, yes: flag };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const words = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
    throw new StartError(`${words.split('. ', 1)[0]}.\n\n${help}`);
  }
}

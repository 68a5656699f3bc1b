import { stripVTControlCharacters } from 'node:util';

const mostLines = 12;
const mostLetters = 300;

/** The message of a failure, and of its stack the first line that is ours. */
export function shortenFailure(failure: string): string {
  const lines = stripVTControlCharacters(failure)
    .split('\n')
    .map((line) => (line.length > mostLetters ? `${line.slice(0, mostLetters)} …` : line.trimEnd()))
    .filter((line) => line !== '');
  const isFrame = (line: string) => /^\s+at /.test(line);
  const message = lines.filter((line) => !isFrame(line));
  const frame = lines.find((line) => isFrame(line) && !line.includes('node_modules') && !line.includes('node:'));
  const shown = message.slice(0, mostLines);
  if (message.length > shown.length) shown.push(`… ${message.length - shown.length} more lines`);
  if (frame !== undefined) shown.push(frame);
  return shown.join('\n');
}

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { builtInTicketTypes, findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { photoFailures } from '@ticket-pros/contracts/failure-sentences';
import type { TicketType } from '@ticket-pros/contracts/field';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { callerPath } from './caller-path.ts';
import { watchReading } from './debug/watch-reading.ts';
import { writeDebug } from './debug/write-debug.ts';
import { UnreadableImageError } from './image/unreadable-image-error.ts';
import { readTicket } from './read-ticket.ts';
import { createTextEngine } from './text/create-text-engine.ts';
import { MissingLanguageError } from './text/tesseract/language-folder.ts';

const typeKeys = builtInTicketTypes.map(({ key }) => key).join(', ');
const usage = `Usage: ticket-reader photo.jpg [more.jpg …] [--type receipt] [--day-first] [--language eng]
                     [--json] [--debug folder]

Reads one ticket; several photos are its pages. Prints a table of its values, or the whole reading as JSON.
--type: what kind of ticket it is, one of ${typeKeys}; ${fieldTicketType.key} where none is named.
--day-first: reads 03/04/25 as the third of April.
--language: of the print, by Tesseract's code, such as spa; English where none is named.
--debug: writes each step of the reading into that folder as a picture.`;

/**
 * Exit codes: 0 read, 1 a fault of the reader, 2 wrong usage, 3 a file can't be read, 4 a file is no picture or
 * damaged.
 */
const exitCodes = { wrongUsage: 2, missingFile: 3, unreadableImage: 4 } as const;

class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

async function main(): Promise<void> {
  const { paths, json, help, debug, language, ticketType, dayOrder } = parseCommand();
  if (help) {
    console.log(usage);
    return;
  }
  const images = await Promise.all(paths.map(readPhoto));
  const engine = createTextEngine({ language });
  try {
    const { trace, watched } = watchReading();
    const options = { engine, dayOrder, ...(debug === undefined ? {} : { trace }) };
    const reading = await readTicket(images, ticketType, options);
    if (debug !== undefined) await writeDebug(callerPath(debug), reading, watched);
    console.log(json ? JSON.stringify(reading, null, 2) : formatTable(reading.values));
    if (!json && reading.nothingRead !== null) console.log(photoFailures[reading.nothingRead]);
  } catch (error) {
    if (error instanceof MissingLanguageError) throw new CommandError(error.message, exitCodes.wrongUsage);
    if (!(error instanceof UnreadableImageError)) throw error;
    throw new CommandError(`${paths[error.page]}: ${photoFailures[error.reason]}`, exitCodes.unreadableImage);
  } finally {
    await engine.close();
  }
}

type Command = {
  paths: string[];
  ticketType: TicketType;
  dayOrder: DayOrder;
  json: boolean;
  help: boolean;
  debug: string | undefined;
  language: string;
};

function parseCommand(): Command {
  try {
    const options = {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      debug: { type: 'string' },
      language: { type: 'string', default: 'eng' },
      type: { type: 'string', default: fieldTicketType.key },
      'day-first': { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0 && !values.help) throw new CommandError(usage, exitCodes.wrongUsage);
    const { type, json, help, debug, language } = values;
    const ticketType = findTicketType(type);
    if (ticketType === undefined) {
      throw new CommandError(`There is no ticket type ${type}. The types are: ${typeKeys}.`, exitCodes.wrongUsage);
    }
    const dayOrder = values['day-first'] ? 'day-first' : 'month-first';
    return { paths: positionals, ticketType, dayOrder, json, help, debug, language };
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(usage, exitCodes.wrongUsage);
  }
}

async function readPhoto(path: string): Promise<Uint8Array> {
  try {
    return await readFile(callerPath(path));
  } catch {
    throw new CommandError(
      `${path} can't be opened: there is no such file, or you may not read it.`,
      exitCodes.missingFile,
    );
  }
}

function formatTable(values: readonly ReadValue[]): string {
  if (values.length === 0) return 'No values were found.';
  const rows = values.map(({ field, row, normalized, confidence, box }) => [
    row === 0 ? field : `${field} ${row}`,
    normalized,
    confidence.toFixed(2),
    `${box.page + 1}: ${box.x},${box.y} ${box.width}×${box.height}`,
  ]);
  const table = [['field', 'value', 'confidence', 'page: box'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import type { TicketType } from '@ticket-pros/contracts/field';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { type ReferenceLists, referenceListsSchema } from '@ticket-pros/contracts/reference-lists';
import { callerPath } from '../caller-path.ts';
import { MissingLabelsError } from './read-labels.ts';

const usage = `Usage: bench:reader <folder with labels.jsonl> [--type receipt] [--day-first] [--lists lists.json]
                    [--out predictions.jsonl] [--only part-of-an-image-name] [--remember <folder>]
                    [--report reliability.svg]
                    [--learn k [--strangers <folder>]]

--type: the ticket type to read, field_ticket where none is named. --day-first: how numeric dates are read.
--lists: the names that the account knows, a JSON of lists (customers, jobs, trucks, trailers, materials, people, locations).
--learn: corrects the first k tickets of each layout, learns its form from them, and reads the others with what was learned.
--strangers: a folder whose images are recognised too; those of other layouts should be taken for none.
--report: draws how often values of each confidence are right.
--remember: keeps the text of each page in that folder, so that the next run measures in seconds what comes after it.`;

export type BenchOptions = {
  root: string;
  ticketType: TicketType;
  dayOrder: DayOrder;
  lists: ReferenceLists;
  only: string;
  out: string | null;
  remember: string | undefined;
  report: string | null;
  learn: { examples: number; strangers: string | null } | null;
};

/** @throws MissingLabelsError with what to type, where something can't be understood. */
export async function parseBenchOptions(): Promise<BenchOptions> {
  const { values, positionals } = parse();
  const [folder] = positionals;
  const ticketType = values.type === undefined ? fieldTicketType : findTicketType(values.type);
  const examples = values.learn === undefined ? null : Number(values.learn);
  if (folder === undefined || ticketType === undefined) throw new MissingLabelsError(usage);
  if (examples !== null && (!Number.isInteger(examples) || examples < 1)) throw new MissingLabelsError(usage);
  return {
    root: callerPath(folder),
    ticketType,
    dayOrder: values['day-first'] ? 'day-first' : 'month-first',
    lists: values.lists === undefined ? {} : await readLists(callerPath(values.lists)),
    only: values.only,
    out: values.out === undefined ? null : callerPath(values.out),
    remember: values.remember === undefined ? undefined : callerPath(values.remember),
    report: values.report === undefined ? null : callerPath(values.report),
    learn:
      examples === null
        ? null
        : { examples, strangers: values.strangers === undefined ? null : callerPath(values.strangers) },
  };
}

function parse() {
  try {
    return parseArgs({
      options: {
        type: { type: 'string' },
        'day-first': { type: 'boolean', default: false },
        lists: { type: 'string' },
        out: { type: 'string' },
        only: { type: 'string', default: '' },
        remember: { type: 'string' },
        report: { type: 'string' },
        learn: { type: 'string' },
        strangers: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch {
    throw new MissingLabelsError(usage);
  }
}

/** @throws MissingLabelsError where there is no such file, or it is no JSON of lists. */
export async function readLists(path: string): Promise<ReferenceLists> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new MissingLabelsError(`There is no file of lists at ${path}.`);
  });
  try {
    return referenceListsSchema.parse(JSON.parse(text));
  } catch {
    throw new MissingLabelsError(`${path} has to be a JSON of lists, such as {"customers": ["Acme"]}.`);
  }
}

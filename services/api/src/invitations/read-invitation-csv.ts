import { mostInvitationLines } from '@ticket-pros/contracts/invitation';
import { parse } from 'csv-parse/sync';
import { ProblemError } from '../problems/problem-error.ts';

/** One line as it was typed. `line` is its row in a spreadsheet, the header being row 1. */
export type TypedLine = { line: number; name: string; email: string; role: string; reportsTo: string };

const columns = {
  name: ['name', 'full_name', 'nombre', 'nombre_completo'],
  email: ['email', 'e_mail', 'mail', 'correo', 'correo_electronico'],
  role: ['role', 'rol', 'puesto', 'funcion'],
  reportsTo: ['reports_to', 'superior', 'manager', 'reporta_a', 'responde_a', 'jefe'],
} as const;
type Column = keyof typeof columns;

const delimiters = [',', ';', '\t'];
/** Longer than anything right; what is longer is cut before it is shown as wrong. */
const longestCell = 300;

/**
 * The lines of a CSV whose header names its columns in English or Spanish, in any order; columns of other names are passed over.
 * Throws `invalid_csv` for what is no such file.
 */
export function readInvitationCsv(text: string): TypedLine[] {
  const [header = [], ...records] = readRecords(text);
  const places = placesOf(header);
  const lines = records
    .map((cells, index) => {
      const cell = (column: Column) => (cells[places[column]] ?? '').trim().slice(0, longestCell);
      return {
        line: index + 2,
        name: cell('name'),
        email: cell('email'),
        role: cell('role'),
        reportsTo: cell('reportsTo'),
        isEmpty: cells.every((one) => one.trim() === ''),
      };
    })
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ isEmpty, ...line }) => line);
  if (lines.length === 0) throw new ProblemError('invalid_csv', 'The file has no lines below its header.');
  if (lines.length > mostInvitationLines) {
    throw new ProblemError('invalid_csv', `The file has more than ${mostInvitationLines} lines. Split it.`);
  }
  return lines;
}

function readRecords(text: string): string[][] {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true });
  } catch {
    throw new ProblemError(
      'invalid_csv',
      'The file could not be read as CSV. Look for a quotation mark that has no second one.',
    );
  }
}

function placesOf(header: readonly string[]): Record<Column, number> {
  const names = header.map((cell) =>
    cell
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const placeOf = (column: Column) => {
    const known: readonly string[] = columns[column];
    const found = names.flatMap((name, index) => (known.includes(name) ? [index] : []));
    if (found.length > 1) throw new ProblemError('invalid_csv', `The file has two columns for ${known[0]}.`);
    if (found.length === 0 && column !== 'reportsTo') {
      throw new ProblemError(
        'invalid_csv',
        `The file needs a first line that names its columns: ${known[0]} is missing.`,
      );
    }
    return found[0] ?? -1;
  };
  return { name: placeOf('name'), email: placeOf('email'), role: placeOf('role'), reportsTo: placeOf('reportsTo') };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { failureCodes } from '@ticket-pros/contracts/failure-code';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { failures } from './en/failures.ts';
import { fields } from './en/fields.ts';
import { en } from './en.ts';

const source = join(import.meta.dirname, '..');

/** Every key of the catalogue, plural forms under their common stem. */
function keysOf(section: object, prefix: string): string[] {
  return Object.entries(section).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${prefix}${key.replace(/_(one|other)$/, '')}`] : keysOf(text, `${prefix}${key}.`),
  );
}

function readSource(): string {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^messages\/en/.test(file));
  return code.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
}

test('every text of the catalogue is shown somewhere, and every key that the code names exists', () => {
  const code = readSource();
  const keys = new Set(keysOf(en, ''));
  const named = new Set(Array.from(code.matchAll(/['"`]((?:\w+\.)+\w+)['"`]/g), (match) => match[1] ?? ''));
  // A key with a part that varies uses everything under the part before it.
  const stems = Array.from(code.matchAll(/t\(\s*`((?:\w+\.)+)\$\{/g), (match) => match[1] ?? '');

  const unused = [...keys].filter((key) => !named.has(key) && !stems.some((stem) => key.startsWith(stem)));
  expect(unused).toEqual([]);

  const sections = new Set(Object.keys(en));
  const missing = [...named].filter((key) => sections.has(key.split('.')[0] ?? '') && !keys.has(key) && !isFile(key));
  expect(missing).toEqual([]);
});

/** `tickets.module.css` and the like are named as keys are. */
function isFile(name: string): boolean {
  return /\.(css|tsx?|csv|json)$/.test(name);
}

test('every field of the built-in ticket type has a name for people', () => {
  for (const field of fieldTicketType.fields) expect(fields).toHaveProperty(field.name);
  for (const column of fieldTicketType.table?.columns ?? []) expect(fields.line_items).toHaveProperty(column.name);
});

test('the screen says the same about a failure as the API', () => {
  expect(failures).toEqual(failureCodes);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { builtInTicketTypes } from '@ticket-pros/contracts/built-in-ticket-types';
import { errorCodes } from '@ticket-pros/contracts/error-code';
import { failureCodes } from '@ticket-pros/contracts/failure-sentences';
import * as en from './en.ts';
import * as enCapture from './en-capture.ts';
import * as es from './es.ts';
import * as esCapture from './es-capture.ts';

const source = join(import.meta.dirname, '..');

/** Every text of a catalogue by its address. */
function textsOf(section: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(section).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${prefix}${key}`, text]] : [...textsOf(text, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** Every key by which code may ask for a text: plural forms under their common stem. */
function keysOf(catalogue: object): Set<string> {
  return new Set([...textsOf(catalogue).keys()].map((key) => key.replace(/_(one|other)$/, '')));
}

/** What is filled into a text, in the order of the alphabet. */
function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(/\{\{(\w+)\}\}/g), (match) => match[1] ?? '').sort();
}

function readSource(): string {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|generated)\.|^messages\/(en|es)/.test(file));
  return code.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
}

test('every text of the catalogue is shown somewhere, and every key that the code asks for exists', () => {
  const code = readSource();
  const keys = keysOf(en);
  const named = new Set(Array.from(code.matchAll(/['"`]((?:\w+\.)+\w+)['"`]/g), (match) => match[1] ?? ''));
  // A key with a part that varies uses everything under the part before it.
  const stems = Array.from(code.matchAll(/t\(\s*`((?:\w+\.)+)\$\{/g), (match) => match[1] ?? '');

  const unused = [...keys].filter((key) => !named.has(key) && !stems.some((stem) => key.startsWith(stem)));
  expect(unused).toEqual([]);

  const asked = new Set(Array.from(code.matchAll(/\bt\(\s*'((?:\w+\.)+\w+)'/g), (match) => match[1] ?? ''));
  expect(asked.size).toBeGreaterThan(0);
  expect([...asked].filter((key) => !keys.has(key))).toEqual([]);
});

test('every text is there in both languages', () => {
  expect([...textsOf(es).keys()].sort()).toEqual([...textsOf(en).keys()].sort());
  expect([...textsOf(esCapture).keys()].sort()).toEqual([...textsOf(enCapture).keys()].sort());
});

test('no text is empty, and both languages fill in the same', () => {
  const spanish = textsOf(es);
  for (const [key, text] of textsOf(en)) {
    const translated = spanish.get(key) ?? '';
    expect({ key, empty: text.trim() === '' || translated.trim() === '' }).toEqual({ key, empty: false });
    expect({ key, filledIn: placeholdersOf(translated) }).toEqual({ key, filledIn: placeholdersOf(text) });
  }
});

test('every area file is in the catalogue of its language', () => {
  for (const language of ['en', 'es']) {
    const list = readFileSync(join(import.meta.dirname, `${language}.ts`), 'utf8');
    const files = readdirSync(join(import.meta.dirname, language));
    expect(files.filter((file) => !list.includes(`'./${language}/${file}'`))).toEqual([]);
  }
});

test('every built-in ticket type and each of its fields has a name for people', () => {
  for (const { fields, ticketTypes } of [en, es]) {
    for (const { key, fields: wanted, table } of builtInTicketTypes) {
      expect(ticketTypes).toHaveProperty(key);
      for (const field of wanted) expect(fields).toHaveProperty(field.name);
      if (table) expect(fields).toHaveProperty(table.name);
      for (const column of table?.columns ?? []) expect(fields).toHaveProperty([table?.name ?? '', column.name]);
    }
  }
});

test('the screen says the same about a failure and about an error as the API, and both in Spanish too', () => {
  expect(en.failures).toEqual(failureCodes);
  expect(Object.keys(es.failures).sort()).toEqual(Object.keys(failureCodes).sort());
  const titles = Object.fromEntries(Object.entries(errorCodes).map(([code, { title }]) => [code, title]));
  expect(en.problems).toEqual(titles);
  expect(Object.keys(es.problems).sort()).toEqual(Object.keys(errorCodes).sort());
});

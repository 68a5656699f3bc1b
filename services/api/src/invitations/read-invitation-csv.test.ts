import { expect, test } from '@jest/globals';
import { ProblemError } from '../problems/problem-error.ts';
import { readInvitationCsv } from './read-invitation-csv.ts';

const ann = { line: 2, name: 'Ann Ash', email: 'ann@x.example', role: 'crew', reportsTo: 'Bob' };
const refusal = (text: string) => {
  try {
    readInvitationCsv(text);
  } catch (error) {
    if (error instanceof ProblemError) return `${error.code}: ${error.detail}`;
    throw error;
  }
  return 'taken';
};

test.each([
  ['commas', 'name,email,role,reports_to\nAnn Ash,ann@x.example,crew,Bob\n'],
  [
    'semicolons, as Excel writes them in many countries',
    'name;email;role;reports_to\r\nAnn Ash;ann@x.example;crew;Bob\r\n',
  ],
  ['tabs, as they are pasted from a spreadsheet', 'name\temail\trole\treports_to\nAnn Ash\tann@x.example\tcrew\tBob'],
  ['a byte order mark', '\uFEFFname,email,role,reports_to\nAnn Ash,ann@x.example,crew,Bob'],
  ['quoted cells', '"name","email","role","reports_to"\n"Ann Ash","ann@x.example","crew","Bob"'],
  ['a header in Spanish', 'Nombre;Correo electrónico;Función;Reporta a\nAnn Ash;ann@x.example;crew;Bob'],
  ['columns in another order, and more of them', 'Role,Phone,Reports to,E-mail,Name\ncrew,1,Bob,ann@x.example,Ann Ash'],
  ['spaces around', ' name , email , role , reports_to \n Ann Ash , ann@x.example , crew , Bob '],
])('reads %s', (_what, text) => {
  expect(readInvitationCsv(text)).toEqual([ann]);
});

test('a quoted cell keeps what separates cells elsewhere', () => {
  const [line] = readInvitationCsv('name,email,role\n"Ash, Ann ""the"" Great",ann@x.example,crew');
  expect(line?.name).toBe('Ash, Ann "the" Great');
});

test('lines count as spreadsheets do, empty ones too', () => {
  const lines = readInvitationCsv('name,email,role\nA,a@x.example,crew\n\n,,\nB,b@x.example,crew\n');
  expect(lines.map(({ line, name }) => [line, name])).toEqual([
    [2, 'A'],
    [5, 'B'],
  ]);
});

test('a line with too few cells is read, for its problems to be told', () => {
  expect(readInvitationCsv('name,email,role\nA')).toEqual([{ line: 2, name: 'A', email: '', role: '', reportsTo: '' }]);
});

test('what is no such file is refused with what to do', () => {
  expect(refusal('A,a@x.example,crew\nB,b@x.example,crew')).toContain('invalid_csv: The file needs a first line');
  expect(refusal('name,role\nA,crew')).toContain('email is missing');
  expect(refusal('name,email,e-mail,role\nA,a@x.example,b@x.example,crew')).toContain('two columns for email');
  expect(refusal('name,email,role\n\n')).toContain('no lines');
  expect(refusal('name,email,role\n"A,a@x.example,crew')).toContain('quotation mark');
  const many = Array.from({ length: 1001 }, (_, index) => `A,a${index}@x.example,crew`);
  expect(refusal(`name,email,role\n${many.join('\n')}`)).toContain('more than 1000 lines');
  expect(refusal(`name,email,role\n${many.slice(1).join('\n')}`)).toBe('taken');
});

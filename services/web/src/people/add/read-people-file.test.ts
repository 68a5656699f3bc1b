import { expect, test } from '@jest/globals';
import { readPeopleFile } from './read-people-file.ts';

test('a file is read as it was saved, by a spreadsheet in the Windows way too', async () => {
  expect(await readPeopleFile(new Blob(['name\nJosé Peña']))).toBe('name\nJosé Peña');
  expect(await readPeopleFile(new Blob([Buffer.from('name\nJosé Peña', 'latin1')]))).toBe('name\nJosé Peña');
});

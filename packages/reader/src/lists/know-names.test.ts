import { expect, test } from '@jest/globals';
import type { Field } from '@ticket-pros/contracts/field';
import { madeUpChances } from '../testing/made-up-chances.ts';
import { madeUpWords } from '../testing/made-up-words.ts';
import type { PageWord } from '../text/page-word.ts';
import { knowNames } from './know-names.ts';

const customer: Field = { name: 'customer', type: 'text', labels: [] };
const driver: Field = { name: 'driver', type: 'text', labels: [] };
const truck: Field = { name: 'truck_number', type: 'code', labels: [] };

const names = knowNames({
  customers: ['Sandhill Production', 'Hanley Excavation', 'Blackrock Civil Inc.', 'Red Canyon Dev.'],
  people: ['Jose Garza', 'Cody McCoy', 'Jill Garner'],
  trucks: ['T-14', 'T-19', 'T-22', 'T-31'],
});

/** Words as a recognizer saw them: see madeUpChances. */
function seen(...texts: string[]): PageWord[] {
  return texts.flatMap((text, i) =>
    madeUpWords([100 * i, 0, text.replace(/\{(.)[^}]*\}/gu, '$1')]).map((word) => ({
      ...word,
      chances: madeUpChances(text),
    })),
  );
}

test('a name read badly comes out in the spelling of the list, and surely', () => {
  const found = names.find(customer, seen('Sand{r:0.6;h:0.2}il{!:0.7;l:0.2}', 'Production'));
  expect(found?.normalized).toBe('Sandhill Production');
  expect(found?.chance).toBeGreaterThan(0.99);
  expect(found?.printedText).toBe('Sandril! Production');
});

test('a name that is on no list stays what was read', () => {
  expect(names.find(customer, seen('Westfork', 'Homes'))).toBeNull();
  expect(names.find(customer, seen('Sandhill', 'Midstream'))).toBeNull();
  expect(names.find(truck, seen('T-15'))).toBeNull();
});

test('where two entries are as likely as each other, neither is sure', () => {
  const found = names.find(truck, seen('T-1{4:0.45;9:0.45}'));
  expect(found === null || found.chance < 0.6).toBe(true);
});

test('letters give way where all numbers of the list are built otherwise', () => {
  expect(names.find(truck, seen('T-{Z:0.7;2:0.3}2'))?.normalized).toBe('T-22');
});

test('short forms of a name are known: without Inc., and with the initial of the first name', () => {
  expect(names.find(customer, seen('BLACKROCK', 'CIVIL'))?.normalized).toBe('Blackrock Civil Inc.');
  expect(names.find(driver, seen('C.', 'McCoy'))?.normalized).toBe('Cody McCoy');
});

test('words of a label beside a name are left out, and words beside it are taken in where they complete it', () => {
  const words = seen('PROJECT', 'Hanley', 'Excavation');
  expect(names.find(customer, words)?.words).toEqual(words.slice(1));
  const parted = seen('Red', 'Canyon', 'Dev.');
  expect(names.find(customer, parted, 0, 1)?.words).toEqual(parted);
});

test('words without the chances of a recognizer are no name, and fields without a list are not covered', () => {
  expect(names.find(customer, madeUpWords([0, 0, 'Sandhill Production']))).toBeNull();
  expect(names.covers('material')).toBe(false);
});

test('among twenty thousand entries the right one is found', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `Lease ${String.fromCharCode(65 + (i % 26))} ${i} Energy`);
  const crowd = knowNames({ customers: [...many, 'Hanley Excavation'] });
  const words = seen('Hanl{c:0.5;e:0.4}y', 'Exc{o:0.6;a:0.3}vation');
  expect(crowd.find(customer, words)?.normalized).toBe('Hanley Excavation');
});

import { describe, expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { type Form, formSchema } from '@ticket-pros/contracts/form';
import { drawForm, fillIn, type MadeUpForm, type MadeUpPage, photograph, type Shot } from '../testing/made-up-forms.ts';
import { readValues } from '../values/read-values.ts';
import { indexForms, noForms } from './index-forms.ts';
import { learnForm } from './learn-form.ts';
import { readKnownForms } from './read-known-forms.ts';
import { recognizeForm } from './recognize-form.ts';
import { wouldChange } from './would-change.ts';

/** Labels of nobody's wording, so that only the form can tell what is what. */
const pit: MadeUpForm = {
  issuer: 'QUILLBACK STONE AND GRAVEL',
  print: [
    [120, 90, 'ROUTE 9 PINYON FLAT'],
    [60, 200, 'ALPHA ENTRY'],
    [560, 200, 'BRAVO ENTRY'],
    [60, 320, 'CHARLIE SAYS'],
    [560, 320, 'DELTA COUNT'],
    [60, 440, 'ECHO LINE'],
    [560, 440, 'FOXTROT LINE'],
    [60, 900, 'GOLF SEAL OF THE YARD'],
    [60, 1000, 'EVERY HOTEL GUEST KEEPS THE WHITE COPY'],
    [60, 1300, 'INDIA REVISION MARCH'],
  ],
  fields: {
    company: [120, 40],
    ticket_number: [60, 232],
    truck_number: [560, 232],
    customer: [60, 352],
    quantity: [560, 352],
    material: [60, 472],
    po_number: [560, 472],
  },
};
const first = {
  ticket_number: '418273',
  truck_number: 'BR-46',
  customer: 'HANLEY EXCAVATION',
  quantity: '22.95',
  material: 'FILL DIRT',
  po_number: '60505',
};
const second = {
  ...first,
  ticket_number: '418399',
  customer: 'TALON OPERATING',
  quantity: '8.5',
  material: 'BASE COURSE',
};

function learn(form: Form | null, page: MadeUpPage): Form {
  const learned = learnForm(form, { page: 0, ...page }, fieldTicketType);
  if (learned === null) throw new Error('the page was not taken for one of the form');
  return formSchema.parse(JSON.parse(JSON.stringify(learned)));
}

function read({ words, size }: MadeUpPage, forms: Record<string, Form>): Record<string, string> {
  const index = indexForms(Object.entries(forms).map(([id, form]) => ({ id, form })));
  const { evidence } = readKnownForms(words, [size], index, fieldTicketType, 'month-first');
  const values = readValues(words, fieldTicketType, 'month-first', evidence);
  return Object.fromEntries(values.filter(({ row }) => row === 0).map(({ field, normalized }) => [field, normalized]));
}

function recognize({ words, size }: MadeUpPage, forms: Record<string, Form>): string | null {
  const index = indexForms(Object.entries(forms).map(([id, form]) => ({ id, form })));
  return recognizeForm(words, 0, size, index)?.id ?? null;
}

test('one correction is enough: the next ticket of the form comes out right, whatever its labels say', () => {
  const next = photograph(pit, second, { turn: 3, scale: 1.3 });
  expect(read(next, {})).not.toMatchObject({ ticket_number: '418399' });
  expect(read(next, { pit: learn(null, photograph(pit, first)) })).toEqual({ company: pit.issuer, ...second });
});

describe('a form is recognised, and its values found in their places', () => {
  const form = learn(null, photograph(pit, first, { turn: -2 }));
  const shots: [string, Shot][] = [
    ['tilted by 9°', { turn: 9 }],
    ['on its side', { turn: 90 }],
    ['on its head, small', { turn: 181, scale: 0.4 }],
    ['seen from below', { keystone: 0.18, turn: -4 }],
    ['large, tilted and seen from above', { keystone: -0.15, turn: 5, scale: 2.2 }],
  ];
  test.each(shots)('%s', (_, shot) => {
    expect(read(photograph(pit, second, shot), { pit: form })).toEqual({ company: pit.issuer, ...second });
  });

  test('cut off below, so that a third of it is missing', () => {
    expect(read(photograph(pit, second, { cutBelow: 850, turn: 4 }), { pit: form })).toMatchObject(second);
  });

  test.each([1, 2, 3, 4, 5])('with a fifth of its words missing and a tenth misread (%d)', (seed) => {
    const page = photograph(pit, second, { missing: 0.2, misread: 0.1, turn: 3, seed });
    expect(recognize(page, { pit: form })).toBe('pit');
  });
});

test('a field left blank stays blank, and is not filled from the next line', () => {
  const form = learn(learn(null, photograph(pit, first)), photograph(pit, second));
  const { customer: _, po_number: __, ...rest } = first;
  expect(read(photograph(pit, rest, { turn: 2 }), { pit: form })).toEqual({ company: pit.issuer, ...rest });
});

test('longer values than seen before are read to their end, and what stands next to them is not', () => {
  const form = learn(null, photograph(pit, first));
  const long = { ...second, customer: 'VERY LONG NAMED COMPANY OF PINYON FLAT', material: 'MUD' };
  expect(read(photograph(pit, long), { pit: form })).toMatchObject(long);
});

test('another paper is not taken for the form, nor one of the same words in other places', () => {
  const form = learn(null, photograph(pit, first));
  expect(recognize(photograph(drawForm(5), fillIn(5)), { pit: form })).toBeNull();
  const shuffled = pit.print.map(([, , text], i): [number, number, string] => {
    const [left = 0, top = 0] = pit.print[(i * 7 + 3) % pit.print.length] ?? [];
    return [left, top, text];
  });
  expect(recognize(photograph({ ...pit, print: shuffled, issuer: 'SOMEBODY ELSE' }, second), { pit: form })).toBeNull();
  expect(recognize({ words: [], size: { width: 10, height: 10 }, values: [] }, { pit: form })).toBeNull();
  expect(readKnownForms([], [{ width: 10, height: 10 }], noForms, fieldTicketType, 'month-first').forms).toEqual([]);
});

describe('two forms of one vendor', () => {
  const yard: MadeUpForm = {
    ...pit,
    print: pit.print.map(([left, top, text]) => [
      left,
      top,
      text === 'GOLF SEAL OF THE YARD' ? 'YANKEE STAMP BELOW HERE' : text,
    ]),
    fields: { ...pit.fields, truck_number: [560, 352], quantity: [560, 232] },
  };
  const forms = { pit: learn(null, photograph(pit, first)), yard: learn(null, photograph(yard, first)) };

  test('are told apart by the words in which they differ', () => {
    expect(recognize(photograph(pit, second, { turn: 3 }), forms)).toBe('pit');
    expect(recognize(photograph(yard, second, { turn: -3 }), forms)).toBe('yard');
    expect(read(photograph(yard, second), forms)).toMatchObject({ truck_number: 'BR-46', quantity: '8.5' });
  });

  test('are none of the two where those words are missing', () => {
    expect(recognize(photograph(pit, second, { cutBelow: 800 }), forms)).toBeNull();
  });

  test('of the same print under another name is another form', () => {
    const other = photograph({ ...pit, issuer: 'ZEBRAVALE TUGBOAT UNLIMITED COMPANY' }, second);
    expect(recognize(other, { pit: forms.pit })).toBeNull();
  });
});

describe('wrong corrections', () => {
  const right = [1, 2, 3].map((seed) =>
    photograph(pit, { ...second, ticket_number: `41000${seed}` }, { turn: seed, seed }),
  );
  /** A member took the place of the order number for that of the ticket number. */
  const wrong = photograph(pit, { ...first, ticket_number: '777111' });
  const mistaken: MadeUpPage = {
    ...wrong,
    values: wrong.values.map((value) => {
      const order = wrong.values.find(({ field }) => field === 'po_number');
      return value.field === 'ticket_number'
        ? { ...value, normalized: '60505', printedText: '60505', box: order?.box ?? null }
        : value;
    }),
  };

  test.each([0, 1, 2])('are outvoted by two right ones, wherever they come (%d)', (at) => {
    const pages = [...right.slice(0, at), mistaken, ...right.slice(at)];
    const form = pages.reduce<Form | null>((known, page) => learn(known, page), null);
    expect(read(photograph(pit, second), { pit: form as Form })).toMatchObject({ ticket_number: '418399' });
  });

  test('of one reviewer do not outweigh what members set themselves', () => {
    const unlooked = { ...mistaken, values: mistaken.values.map((value) => ({ ...value, source: 'reader' as const })) };
    const form = learn(learn(null, right[0] as MadeUpPage), unlooked);
    expect(read(photograph(pit, second), { pit: form })).toMatchObject({ ticket_number: '418399' });
  });
});

test('a value without a box is found by its text', () => {
  const page = photograph(pit, first);
  const form = learn(null, { ...page, values: page.values.map((value) => ({ ...value, box: null })) });
  expect(read(photograph(pit, second, { turn: 2 }), { pit: form })).toMatchObject({
    ticket_number: '418399',
    customer: 'TALON OPERATING',
  });
});

test('what people write is forgotten as print, and a form stays of a bounded size over a hundred examples', () => {
  let form: Form | null = null;
  for (let seed = 0; seed < 100; seed++) {
    const stray: MadeUpForm = {
      ...pit,
      print: [...pit.print, [60, 600 + (seed % 7) * 30, `NOTE${seed} STRAY${seed}`]],
    };
    form = learn(form, photograph(stray, fillIn(seed), { turn: (seed % 11) - 5, missing: 0.1, seed }));
  }
  expect(form?.examples).toBe(100);
  expect(form?.words.filter(({ text }) => /NOTE|STRAY/.test(text)).length).toBeLessThan(5);
  expect(JSON.stringify(form).length).toBeLessThan(60_000);
  expect(read(photograph(pit, second), { pit: form as Form })).toMatchObject({ customer: 'TALON OPERATING' });
});

test('a page of another form teaches nothing, nor does one of another ticket type', () => {
  const form = learn(null, photograph(pit, first));
  const receipts = { ...fieldTicketType, key: 'receipt' };
  expect(learnForm(form, { page: 0, ...photograph(pit, second) }, receipts)).toBeNull();
  expect(learnForm(form, { page: 0, ...photograph(drawForm(9), fillIn(9)) }, fieldTicketType)).toBeNull();
});

test('what a correction would change: tickets of the form alone, and nothing that a member set', () => {
  const form = learn(null, photograph(pit, first));
  const ticket = (id: string, page: MadeUpPage, source: 'reader' | 'member') => ({
    ticketId: id,
    pages: [page.size],
    words: page.words.map(({ text, confidence, box, line }) => ({ text, confidence, box, line })),
    values: Object.entries({ ...second, customer: 'WRONG' }).map(([field, normalized]) => ({
      field,
      row: 0,
      normalized,
      source,
    })),
  });
  const tickets = [
    ticket('a', photograph(pit, second, { turn: 2 }), 'reader'),
    ticket('b', photograph(pit, second), 'member'),
    ticket('c', photograph(drawForm(3), fillIn(3)), 'reader'),
  ];
  const changes = wouldChange(null, form, tickets, fieldTicketType, 'month-first');
  expect(changes).toEqual([
    {
      ticketId: 'a',
      changes: [
        { field: 'company', from: null, to: pit.issuer },
        { field: 'customer', from: 'WRONG', to: 'TALON OPERATING' },
      ],
    },
    { ticketId: 'b', changes: [{ field: 'company', from: null, to: pit.issuer }] },
  ]);
  expect(wouldChange(form, form, tickets, fieldTicketType, 'month-first')).toEqual([]);
});

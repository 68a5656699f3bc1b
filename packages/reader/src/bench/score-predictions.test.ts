import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { LabelledImage } from './read-labels.ts';
import { type Prediction, scorePredictions } from './score-predictions.ts';
import { f1, precision, recall } from './tally.ts';

const label: LabelledImage = {
  image: 'a.jpg',
  condition: 'photo',
  fields: {
    ticket_number: { value: 'No 00451', normalized: '00451', kind: 'printed' },
    customer: { value: 'Talon Operating', kind: 'handwritten' },
    total: { value: '$1,234.50', normalized: '1234.5', kind: 'handwritten' },
  },
  blank: ['po_number', 'afe_number'],
  lineItems: [
    { description: 'Pump truck', quantity: '8 1/2', unit: 'hr', rate: '150.00', amount: '1,275.00' },
    { description: 'Fuel', quantity: '1', amount: '60.00' },
  ],
};

function predict(fields: Prediction['fields'], lineItems: Prediction['lineItems'] = []): Prediction {
  return { image: 'a.jpg', fields, lineItems };
}

test('right, wrong, missing and invented values', () => {
  const given = predict({ ticket_number: '00451', customer: 'TALON OPERATING', total: '999', po_number: '77' });
  const score = scorePredictions([label], [given], fieldTicketType);
  expect(score.overall).toEqual({ wanted: 3, given: 4, right: 2 });
  expect([precision(score.overall), recall(score.overall)]).toEqual([2 / 4, 2 / 3]);
  expect(f1(score.overall)).toBeCloseTo(4 / 7, 10);
  expect(score.byKind.get('printed')).toEqual({ wanted: 1, given: 1, right: 1 });
  expect(score.byKind.get('handwritten')).toEqual({ wanted: 2, given: 2, right: 1 });
  expect(score.byField.get('po_number')).toEqual({ wanted: 0, given: 1, right: 0 });
  expect(score.byConditionAndKind.get('photo, printed')?.right).toBe(1);
  expect(score.blanks).toEqual({ labelled: 2, filled: 1 });
});

test('an image without a prediction counts as all blank', () => {
  const score = scorePredictions([label], [], fieldTicketType);
  expect(score.overall).toEqual({ wanted: 3, given: 0, right: 0 });
  expect(f1(score.overall)).toBe(0);
});

test('line items are set beside the row most like them, whatever their order; a row too many costs precision', () => {
  const rows = [
    { description: 'FUEL', amount: '60' },
    { description: 'Pump trock', quantity: '8.5', unit: 'HR', rate: '150', amount: '1275' },
    { description: 'Nonsense', quantity: '3' },
  ];
  expect(scorePredictions([label], [predict({}, rows)], fieldTicketType).cells).toEqual({
    wanted: 8,
    given: 9,
    right: 6,
  });
});

import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { ReadValue } from '@ticket-pros/contracts/value';
import type { Barcode } from './read-barcodes.ts';
import { settleByBarcodes } from './settle-by-barcodes.ts';

const corner = { x: 0, y: 0 };

function settled(field: string, normalized: string, confidence: number, ...codes: string[]): string {
  const box = { page: 0, x: 0, y: 0, width: 9, height: 9 };
  const value: ReadValue = { field, row: 0, printedText: normalized, normalized, confidence, box };
  const barcodes = codes.map((text): Barcode => ({ text, format: 'Code128', quad: [corner, corner, corner, corner] }));
  const [after] = settleByBarcodes([value], barcodes, fieldTicketType);
  return `${after?.normalized} ${after?.confidence}`;
}

test('a number that its bar code says too is surer, also in a link, without its hyphen or with a check digit', () => {
  for (const code of ['A-48812', 'A48812', 'A488127', 'https://t.example/v?id=A-48812&x=1', 'a48812;2026-11-21']) {
    expect(settled('ticket_number', 'A-48812', 0.8, code)).toBe('A-48812 0.97');
  }
});

test('a doubtful number is taken from a bar code that says nearly the same, a sure one becomes doubtful', () => {
  expect(settled('ticket_number', 'A-4B812', 0.6, 'A48812')).toBe('A-48812 0.93');
  expect(settled('po_number', '4500O1766', 0.6, '450001766')).toBe('450001766 0.93');
  expect(settled('ticket_number', 'A-48813', 0.97, 'A48812')).toBe('A-48813 0.582');
});

test('codes of something else, of two near numbers, and values of another type change nothing', () => {
  expect(settled('ticket_number', 'A-48812', 0.6, '990017')).toBe('A-48812 0.6');
  expect(settled('ticket_number', 'A-48812', 0.6, 'A48813', 'A48814')).toBe('A-48812 0.6');
  expect(settled('ticket_number', '4881', 0.6, '4881')).toBe('4881 0.6');
  expect(settled('net_weight', '48812', 0.6, '48812')).toBe('48812 0.6');
});

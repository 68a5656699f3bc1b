import type { TicketType } from './field.ts';

/** The built-in ticket type of a shop's or a station's receipt. */
export const receiptTicketType: TicketType = {
  key: 'receipt',
  name: 'Receipt',
  fields: [
    { name: 'company', type: 'text', labels: ['company', 'vendor', 'merchant'] },
    { name: 'date', type: 'date', labels: ['date', 'invoice date', 'receipt date', 'bill date', 'transaction date'] },
    { name: 'address', type: 'text', labels: ['address'] },
    {
      name: 'total',
      type: 'money',
      labels: ['total', 'grand total', 'total amount', 'amount due', 'total due', 'balance due', 'nett total'],
    },
  ],
  table: null,
};

import { editDistance } from '../label-wording.ts';

/** What an amount on a receipt is, as far as the words before it tell. */
export type AmountName =
  | 'payable'
  | 'total'
  | 'amount'
  | 'paid'
  | 'subtotal'
  | 'tax'
  | 'adjustment'
  | 'tendered'
  | 'change'
  | 'other';

/**
 * Wordings, the most telling first, of letters alone, so that lost spaces do no harm. `I` stands for all that engines read in its
 * place and in that of `L`.
 */
const names: readonly (readonly [AmountName, RegExp])[] = [
  [
    'other',
    /QTY|QUANTITY|ITEMS?$|ITEMCOUNT|POINTS?|SAV(?:ED|INGS?)|GAIIONS?|IITRES?|IITERS?|PERGAI|UNIT|PRICE|SUPPIIES|SUMMARY|ANAIYSIS|AUTH/,
  ],
  ['change', /CHANGE|^BAIANCE$|CASHBACK/],
  ['adjustment', /ROUNDING|^ROUND(?:ADJ.*)?$|(?<!AFTER)DISC(?:OUNT)?S?$|COUPONS?$|TIPS?$|GRATUITY|ADJ(?:USTMENT)?S?$/],
  ['subtotal', /SUBTO|EXC[IT]|BEFORE|NETTOFTAX|TAXABIE|MERCHANDISE/],
  [
    'payable',
    /TOTAIROUNDED|ROUNDEDTOTA|TOTA.?ROUND|ROUNDED|AMOUNTTOBEPAID|TOBEPAID|(?<!GST|SST|VAT|TAX)PAYABIE$|PAYABIEAMOUNT|(?:AMOUNT|AMT|BAIANCE|TOTA[IT])DUE|GRANDTOTA|NETTT?OTA|NETTOTA|TOTAIPAID|TOTAITOPAY/,
  ],
  [
    'total',
    /TOTA[IT]?(?:SAIES?|AMOUNT|AMT|BIII|PURCHASE)?(?:RM|MYR|USD|EUR)?$|^TOTA[IT](?:SAIE)|TOTA[IT].*INC|(?:FUEI|SAIE|ORDER|INVOICE|BIII|TRANSACTION)TOTA[IT]/,
  ],
  ['tax', /TAX|GST|VAT|SST|HST|PST|SERVICECHARGE|SRVCHG|SVCCHG|SURCHARGE/],
  ['tendered', /CASH|TENDER|RECEIVED|^PAI[DI]|PAYMENT/],
  ['paid', /VISA|MASTER(?:CARD)?|DEBIT|CREDIT|AMEX|AMERICANEXPRESS|DISCOVER|CARD|^PAY$/],
  ['amount', /^(?:NETT?)?(?:AMOUNT|AMT)(?:RM|MYR|USD)?$|^NETT?$|^DUE$|TOTA[IT]/],
];

/** `TOTAL` with a sign misread. */
function isTotal(word: string): boolean {
  const letters = word
    .replace(/[1!|I]/g, 'L')
    .replace(/0/g, 'O')
    .replace(/[^A-Z]/g, '');
  return letters.length >= 4 && editDistance(letters, 'TOTAL') <= 1;
}

/** Names an amount by the words of its row before it. */
export function nameAmount(words: string): AmountName {
  const letters = words
    .toUpperCase()
    .split(/\s+/)
    .map((word) => (isTotal(word) ? 'TOTAL' : word))
    .join(' ')
    .replace(/\([^)]*\)/g, (inside) => (/EXC|INC/.test(inside) ? inside : ''))
    .replace(/[1!|L]/g, 'I')
    .replace(/0/g, 'O')
    .replace(/[^A-Z]/g, '');
  return names.find(([, wording]) => wording.test(letters))?.[0] ?? 'other';
}

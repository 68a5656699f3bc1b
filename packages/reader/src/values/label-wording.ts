/** What is shortened on forms, each token in upper case without punctuation. */
const longForms: Record<string, string> = {
  '#': 'NO',
  NUMBER: 'NO',
  NUM: 'NO',
  NBR: 'NO',
  NR: 'NO',
  N0: 'NO',
  WT: 'WEIGHT',
  WGT: 'WEIGHT',
  GROSSWT: 'GROSSWEIGHT',
  TAREWT: 'TAREWEIGHT',
  NETWT: 'NETWEIGHT',
  QTY: 'QUANTITY',
  CUST: 'CUSTOMER',
  AMT: 'AMOUNT',
  HRS: 'HOURS',
  HR: 'HOUR',
  TKT: 'TICKET',
  INV: 'INVOICE',
  DESC: 'DESCRIPTION',
  TRL: 'TRAILER',
  TRLR: 'TRAILER',
  VEH: 'VEHICLE',
  LOC: 'LOCATION',
  ACCT: 'ACCOUNT',
  PROJ: 'PROJECT',
  SIG: 'SIGNATURE',
  AUTH: 'AUTHORIZED',
  DEPT: 'DEPARTMENT',
  TEL: 'PHONE',
};

/**
 * A label or a part of one in the form in which labels are compared: upper case, without spaces and punctuation, with
 * the usual short forms written out (`Ticket #:` → `TICKETNO`, `Gross Wt.` → `GROSSWEIGHT`).
 */
export function canonicalLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/P\.\s?[O0]\.?/g, 'PO')
    .replace(/#/g, ' # ')
    .replace(/([A-Z]{3,})\.(?=[A-Z])/g, '$1 ')
    .split(/[\s/&,:;()-]+/)
    .map((token) => (token === '#' ? 'NO' : token.replace(/[^A-Z0-9]/g, '')))
    .map((token) => longForms[token] ?? token)
    .join('');
}

/**
 * How alike two canonical labels are: 1 the same, down to 0.8 for what a text engine may have garbled; 0 for different
 * ones.
 */
export function likeness(seen: string, wanted: string): number {
  if (seen === wanted) return 1;
  const most = wanted.length >= 13 ? 2 : wanted.length >= 5 ? 1 : 0;
  if (most === 0 || Math.abs(seen.length - wanted.length) > most) return 0;
  const distance = editDistance(seen, wanted);
  return distance <= most ? 1 - 0.1 * distance : 0;
}

/** The fewest insertions, deletions and replacements that turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const following = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (b[j - 1] === letter ? 0 : 1);
      following.push(Math.min(replaced, (row[j] ?? 0) + 1, (following[j - 1] ?? 0) + 1));
    }
    row = following;
  }
  return row[b.length] ?? 0;
}

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
  ATY: 'QUANTITY',
  OTY: 'QUANTITY',
  MATL: 'MATERIAL',
  LIC: 'LICENSE',
  CUST: 'CUSTOMER',
  AMT: 'AMOUNT',
  HRS: 'HOURS',
  HR: 'HOUR',
  TKT: 'TICKET',
  INV: 'INVOICE',
  DESC: 'DESCRIPTION',
  TRL: 'TRAILER',
  TRLR: 'TRAILER',
  TRIR: 'TRAILER',
  VEH: 'VEHICLE',
  LOC: 'LOCATION',
  ACCT: 'ACCOUNT',
  PROJ: 'PROJECT',
  SIG: 'SIGNATURE',
  AUTH: 'AUTHORIZED',
  DEPT: 'DEPARTMENT',
  TEL: 'PHONE',
  OPER: 'OPERATOR',
  OPR: 'OPERATOR',
  PKGS: 'PACKAGES',
  TRK: 'TRUCK',
  DRVR: 'DRIVER',
  LD: 'LOAD',
};

/** How words of labels are printed short most often. */
const shortForms: readonly [RegExp, string][] = [
  [/\bnumber\b/i, 'no'],
  [/\bweight\b/i, 'wt'],
  [/\bquantity\b/i, 'qty'],
  [/\bcustomer\b/i, 'cust'],
  [/\bamount\b/i, 'amt'],
  [/\bhours\b/i, 'hrs'],
  [/\bvehicle\b/i, 'veh'],
];

/** A label with one of its words in a short form, in each way. */
export function shortenLabel(label: string): string[] {
  return shortForms.flatMap(([long, short]) => (long.test(label) ? [label.replace(long, short)] : []));
}

/** Wordings come again and again; of what pages say no more is kept. */
const mostKept = 20_000;
const canonicalTexts = new Map<string, string>();

/**
 * A label or a part of one in the form in which labels are compared: upper case, without spaces and punctuation, with
 * the usual short forms written out (`Ticket #:` → `TICKETNO`, `Gross Wt.` → `GROSSWEIGHT`).
 */
export function canonicalLabel(text: string): string {
  const known = canonicalTexts.get(text);
  if (known !== undefined) return known;
  const canonical = toCanonical(text);
  if (canonicalTexts.size < mostKept) canonicalTexts.set(text, canonical);
  return canonical;
}

function toCanonical(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/P\.\s?[O0]\.?/g, 'PO')
    .replace(/#|(?<=[A-Z. ])=/g, ' # ')
    .replace(/([A-Z]{3,})\.(?=[A-Z])/g, '$1 ')
    .split(/[\s/&,:;()-]+/)
    .map((token) => (token === '#' ? 'NO' : token.replace(/[^A-Z0-9]/g, '')))
    .map((token) => longForms[token] ?? token)
    .join('');
}

const foldedTexts = new Map<string, string>();

/** Signs that look alike as one. */
function folded(canonical: string): string {
  const known = foldedTexts.get(canonical);
  if (known !== undefined) return known;
  const text = canonical
    .replace(/[1LJ|]/g, 'I')
    .replace(/[0QD]/g, 'O')
    .replace(/5/g, 'S')
    .replace(/8/g, 'B')
    .replace(/[6C]/g, 'G')
    .replace(/[VU]/g, 'Y')
    .replace(/2/g, 'Z');
  if (foldedTexts.size < mostKept) foldedTexts.set(canonical, text);
  return text;
}

/**
 * How alike two canonical labels are: 1 the same, down to 0.8 for what a text engine may have garbled; 0 for different
 * ones.
 */
export function likeness(seen: string, wanted: string): number {
  if (seen === wanted) return 1;
  if (seen.length === wanted.length && seen.length > 4 && folded(seen) === folded(wanted)) return 0.97;
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

/** A bit for each letter that occurs. */
export function lettersOf(canonical: string): number {
  let letters = 0;
  for (let i = 0; i < canonical.length; i++) letters |= 1 << (canonical.charCodeAt(i) % 31);
  return letters;
}

/** Whether so many letters stand in one of two texts alone that they can't be alike: quicker than comparing them. */
export function areTooDifferent(a: number, b: number): boolean {
  let differing = a ^ b;
  let count = 0;
  while (differing !== 0) {
    differing &= differing - 1;
    count++;
  }
  return count > 4;
}

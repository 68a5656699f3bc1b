/** A value of a PDF (ISO 32000-1, 7.3): arrays, numbers and the like are JavaScript's own. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfReference
  | PdfDictionary
  | PdfStream
  | PdfValue[];

export type PdfName = { kind: 'name'; name: string };
export type PdfText = { kind: 'text'; bytes: Uint8Array };
export type PdfReference = { kind: 'reference'; number: number };
export type PdfDictionary = { kind: 'dictionary'; entries: Map<string, PdfValue> };
/** `raw` is as stored, packed by the filters that the dictionary names. */
export type PdfStream = { kind: 'stream'; entries: Map<string, PdfValue>; raw: Uint8Array };

export function isKind<Kind extends 'name' | 'text' | 'reference' | 'dictionary' | 'stream'>(
  value: PdfValue | undefined,
  kind: Kind,
): value is Extract<PdfValue, { kind: Kind }> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind;
}

/** The entries of a dictionary or stream; undefined for anything else. */
export function entriesOf(value: PdfValue | undefined): Map<string, PdfValue> | undefined {
  return isKind(value, 'dictionary') || isKind(value, 'stream') ? value.entries : undefined;
}

export function pdfName(name: string): PdfName {
  return { kind: 'name', name };
}

export function pdfDictionary(entries: [string, PdfValue][]): PdfDictionary {
  return { kind: 'dictionary', entries: new Map(entries) };
}

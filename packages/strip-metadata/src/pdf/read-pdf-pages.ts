import { ImageFormatError } from '../image-format-error.ts';
import type { PdfObjects } from './pdf-file.ts';
import { entriesOf, isKind, type PdfValue } from './pdf-value.ts';

/** What a page says itself or is told by the nodes above it. */
export type PdfPage = {
  entries: Map<string, PdfValue>;
  mediaBox: PdfValue;
  cropBox: PdfValue;
  rotate: PdfValue;
  resources: PdfValue;
};

const mostPages = 5000;
const mostNodes = 50_000;
const inherited = ['MediaBox', 'CropBox', 'Rotate', 'Resources'];

/** The pages of a PDF in order. */
export function readPdfPages(catalog: PdfValue, { resolve }: PdfObjects): PdfPage[] {
  const root = entriesOf(resolve(catalog))?.get('Pages');
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const waiting: { node: PdfValue; above: Map<string, PdfValue> }[] = [{ node: root ?? null, above: new Map() }];
  for (let next = waiting.pop(), nodes = 0; next !== undefined; next = waiting.pop(), nodes++) {
    const { node, above } = next;
    if (nodes > mostNodes || pages.length > mostPages) throw damaged('The file has too many pages.');
    if (isKind(node, 'reference')) {
      if (seen.has(node.number)) continue;
      seen.add(node.number);
    }
    const entries = entriesOf(resolve(node));
    if (entries === undefined) continue;
    const told = new Map(above);
    for (const key of inherited) {
      const own = entries.get(key);
      if (own !== undefined && resolve(own) !== null) told.set(key, own);
    }
    const kids = resolve(entries.get('Kids'));
    if (Array.isArray(kids)) {
      if (kids.length > mostNodes) throw damaged('The file has too many pages.');
      waiting.push(...kids.map((kid) => ({ node: kid, above: told })).reverse());
      continue;
    }
    pages.push({
      entries,
      mediaBox: told.get('MediaBox') ?? null,
      cropBox: told.get('CropBox') ?? null,
      rotate: told.get('Rotate') ?? null,
      resources: told.get('Resources') ?? null,
    });
  }
  return pages;
}

function damaged(message: string): ImageFormatError {
  return new ImageFormatError('image_damaged', message);
}

import { annotation } from './copy-annotation.ts';
import { type Copier, listOf, plain, startCopying } from './copy-value.ts';
import { findUsedNames } from './find-used-names.ts';
import { contents, layers, pageGroup, resources } from './page-parts.ts';
import type { PdfObjects } from './pdf-file.ts';
import { entriesOf, type PdfReference, type PdfValue, pdfDictionary, pdfName } from './pdf-value.ts';
import type { PdfPage } from './read-pdf-pages.ts';
import { writePdf } from './write-pdf.ts';

/** Objects may be shared in ways that copy them twice, as a mask and as a picture; not more. */
const timesTheFile = 2;
const smallAllowance = 100_000;

/**
 * A PDF that holds this page alone: what it draws with, without metadata, other pages, former revisions, and all that nothing on the
 * page refers to.
 */
export function stripPdfPage(
  page: PdfPage,
  catalog: PdfValue,
  objects: PdfObjects,
  fileLength: number,
): Uint8Array<ArrayBuffer> {
  const { copier, copied } = startCopying(objects, fileLength * timesTheFile + smallAllowance);
  const add = (value: PdfValue): PdfReference => {
    const reference: PdfReference = { kind: 'reference', number: -copied.size - 1 };
    copied.set(reference.number, value);
    return reference;
  };
  const own = copyPage(page, copier);
  const pages = add(null);
  const pageReference = add(pdfDictionary([['Type', pdfName('Page')], ['Parent', pages], ...own]));
  copied.set(
    pages.number,
    pdfDictionary([
      ['Type', pdfName('Pages')],
      ['Kids', [pageReference]],
      ['Count', 1],
    ]),
  );
  const switches = copier.follow(entriesOf(objects.resolve(catalog))?.get('OCProperties'), layers);
  const root = add(
    pdfDictionary([
      ['Type', pdfName('Catalog')],
      ['Pages', pages],
      ...(switches === undefined ? [] : ([['OCProperties', switches]] satisfies [string, PdfValue][])),
    ]),
  );
  return writePdf(root, copied);
}

function copyPage(page: PdfPage, copier: Copier): [string, PdfValue][] {
  const { entries } = page;
  const kept: [string, PdfValue | undefined][] = [
    ['MediaBox', copier.follow(page.mediaBox, plain)],
    ['CropBox', copier.follow(page.cropBox, plain)],
    ['Rotate', copier.follow(page.rotate, plain)],
    ['Resources', copier.follow(findUsedNames(page, copier.objects), resources)],
    ['Contents', copier.follow(entries.get('Contents'), contents)],
    ['Group', copier.follow(entries.get('Group'), pageGroup)],
    [
      'Annots',
      copier.follow(
        entries.get('Annots'),
        listOf(() => annotation),
      ),
    ],
  ];
  return kept.filter((entry): entry is [string, PdfValue] => entry[1] !== undefined);
}

import { type Copy, copyEntries, dictionary, plain } from './copy-value.ts';
import { form, layer } from './page-parts.ts';
import { entriesOf, isKind, type PdfValue, pdfName } from './pdf-value.ts';

/** What is drawn on a page by hand or filled into a form; links, files, sounds and notes that open are none of it. */
const visibleKinds = new Set([
  ...['Widget', 'Stamp', 'FreeText', 'Ink', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Caret'],
  ...['Highlight', 'Underline', 'StrikeOut', 'Squiggly'],
]);
const markerKind = 'Highlight';
/** These say by numbers what is to be drawn. */
const drawnByViewers = new Set(['Ink', 'Square', 'Circle', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly']);
const ownDrawing: Copy = dictionary(() => ({
  Type: plain,
  Subtype: plain,
  Rect: plain,
  F: plain,
  OC: layer,
  C: plain,
  IC: plain,
  CA: plain,
  Border: plain,
  BS: dictionary(() => ({ W: plain, S: plain, D: plain })),
  InkList: plain,
  QuadPoints: plain,
  RD: plain,
}));

/** An annotation as the drawing that shows now, without what it says of itself: text, author, times, actions. */
export const annotation: Copy = (value, copier) => {
  const { resolve } = copier.objects;
  const from = entriesOf(value);
  const subtype = resolve(from?.get('Subtype'));
  if (from === undefined || !isKind(subtype, 'name') || !visibleKinds.has(subtype.name)) return undefined;
  const normal = entriesOf(resolve(from.get('AP')))?.get('N');
  const drawn = copier.follow(chooseState(normal, resolve(from.get('AS')), resolve), form);
  if (drawn === undefined) {
    return normal === undefined && drawnByViewers.has(subtype.name) ? ownDrawing(value, copier) : undefined;
  }
  // A field of a form without its form is shown nowhere; a stamp is.
  const kept: [string, PdfValue][] = [
    ['Type', pdfName('Annot')],
    ['Subtype', pdfName(subtype.name === markerKind ? markerKind : 'Stamp')],
    ...copyEntries(from, { Rect: plain, F: plain, OC: layer }, copier),
    ['AP', { kind: 'dictionary', entries: new Map([['N', drawn]]) }],
  ];
  return { kind: 'dictionary', entries: new Map(kept) };
};

/** A box to tick has a drawing for each of its states. */
function chooseState(
  normal: PdfValue | undefined,
  state: PdfValue,
  resolve: (value: PdfValue) => PdfValue,
): PdfValue | undefined {
  const drawn = normal === undefined ? null : resolve(normal);
  if (isKind(drawn, 'stream')) return normal;
  return isKind(drawn, 'dictionary') && isKind(state, 'name') ? drawn.entries.get(state.name) : undefined;
}

import { colorProfile, stream } from './copy-stream.ts';
import { type Copy, dictionary, eitherOf, listOf, namesTo, plain, plainText } from './copy-value.ts';
import { entriesOf, isKind, type PdfValue, pdfName } from './pdf-value.ts';

// What a page is drawn with (ISO 32000-1, clauses 8 to 11), entry by entry; everything that is not named here is left out: metadata,
// private data of programs, names of people and layers, actions, files, structure.

const all = (names: string, copy: Copy = plain): Record<string, Copy> =>
  Object.fromEntries(names.split(' ').map((name) => [name, copy]));

const content: Copy = stream(() => ({}));
export const contents: Copy = listOf(() => content);

const drawingFunction: Copy = eitherOf(() => [
  stream(() => all('FunctionType Domain Range Size BitsPerSample Order Encode Decode')),
  dictionary(() => ({
    ...all('FunctionType Domain Range C0 C1 N Bounds Encode'),
    Functions: listOf(() => drawingFunction),
  })),
]);
const functions: Copy = eitherOf(() => [onlyNames, listOf(() => drawingFunction)]);
const onlyNames: Copy = (value) => (isKind(value, 'name') ? value : undefined);

/** A colour space is a name, or a list of a name and what it needs: numbers, tables, functions, a profile, further spaces. */
const colorSpace: Copy = (value, copier) => {
  if (!Array.isArray(value)) return onlyNames(value, copier);
  const [family] = value.map(copier.objects.resolve);
  if (isKind(family, 'name') && family.name === 'ICCBased') return profiledSpace(value, copier);
  return value.map((item) => copier.follow(item, spacePart) ?? null);
};
const spacePart: Copy = eitherOf(() => [
  plainOnly,
  colorSpace,
  stream(() => all('FunctionType Domain Range Size BitsPerSample Order Encode Decode')),
  dictionary(() => ({
    ...all('WhitePoint BlackPoint Gamma Matrix Range FunctionType Domain C0 C1 N Bounds Encode'),
    Functions: listOf(() => drawingFunction),
  })),
]);
/** A table of colours may be a text. */
const plainOnly: Copy = (value, copier) => (Array.isArray(value) ? undefined : plainText(value, copier));

/** Where its profile is broken, as many plain colours as it has. */
const profiledSpace: Copy = (value, copier) => {
  const profile = Array.isArray(value) ? value[1] : undefined;
  const kept = copier.follow(profile, colorProfile);
  if (kept !== undefined) return [pdfName('ICCBased'), kept];
  const colors = copier.objects.resolve(entriesOf(copier.objects.resolve(profile))?.get('N'));
  return pdfName(colors === 1 ? 'DeviceGray' : colors === 4 ? 'DeviceCMYK' : 'DeviceRGB');
};

const image: Copy = stream(() => ({
  Type: plain,
  Subtype: plain,
  Width: plain,
  Height: plain,
  ColorSpace: colorSpace,
  ...all('BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Matte'),
  Mask: eitherOf(() => [image, plain]),
  SMask: image,
  OC: layer,
}));

const group: Copy = dictionary(() => ({ ...all('Type S I K'), CS: colorSpace }));

export const form: Copy = stream(() => ({
  ...all('Type Subtype FormType BBox Matrix'),
  Resources: resources,
  Group: group,
  OC: layer,
}));

const drawing: Copy = (value, copier) => {
  const subtype = copier.objects.resolve(entriesOf(value)?.get('Subtype'));
  if (!isKind(subtype, 'name')) return undefined;
  if (subtype.name === 'Image') return image(value, copier);
  return subtype.name === 'Form' ? form(value, copier) : undefined;
};

const fontFile: Copy = stream(() => all('Length1 Length2 Length3 Subtype'));
const fontDescriptor: Copy = dictionary(() => ({
  ...all('Type FontName FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight'),
  ...all('StemV StemH AvgWidth MaxWidth MissingWidth'),
  ...all('FontFile FontFile2 FontFile3', fontFile),
}));
const characterSystem: Copy = dictionary(() => all('Registry Ordering Supplement', plainText));
const characterMap: Copy = eitherOf(() => [
  onlyNames,
  stream(() => ({ ...all('Type CMapName WMode'), CIDSystemInfo: characterSystem, UseCMap: characterMap })),
]);
const encoding: Copy = eitherOf(() => [characterMap, dictionary(() => all('Type BaseEncoding Differences'))]);
const font: Copy = dictionary(() => ({
  ...all('Type Subtype BaseFont FirstChar LastChar Widths DW W DW2 W2 FontMatrix FontBBox'),
  FontDescriptor: fontDescriptor,
  Encoding: encoding,
  ToUnicode: characterMap,
  DescendantFonts: listOf(() => font),
  CIDSystemInfo: characterSystem,
  CIDToGIDMap: eitherOf(() => [onlyNames, content]),
  CharProcs: namesTo(() => content),
  Resources: resources,
}));

const softMask: Copy = eitherOf(() => [onlyNames, dictionary(() => ({ ...all('Type S BC'), G: form, TR: functions }))]);
const graphicsState: Copy = dictionary(() => ({
  ...all('Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK'),
  Font: (value, copier) =>
    Array.isArray(value) ? [copier.follow(value[0], font) ?? null, copier.follow(value[1], plain) ?? null] : undefined,
  ...all('BG BG2 UCR UCR2 TR TR2', functions),
  SMask: softMask,
}));

const shadingEntries = (): Record<string, Copy> => ({
  ...all('ShadingType Background BBox AntiAlias Coords Domain Extend Matrix'),
  ...all('BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow'),
  ColorSpace: colorSpace,
  Function: functions,
});
const shading: Copy = eitherOf(() => [stream(shadingEntries), dictionary(shadingEntries)]);
const pattern: Copy = eitherOf(() => [
  stream(() => ({ ...all('Type PatternType PaintType TilingType BBox XStep YStep Matrix'), Resources: resources })),
  dictionary(() => ({ ...all('Type PatternType Matrix'), Shading: shading, ExtGState: graphicsState })),
]);

/** A layer that can be switched off; its own name is for a list that nobody sees here. */
export const layer: Copy = (value, copier) => {
  const type = copier.objects.resolve(entriesOf(value)?.get('Type'));
  if (isKind(type, 'name') && type.name === 'OCMD') return layerChoice(value, copier);
  const name: PdfValue = { kind: 'text', bytes: Uint8Array.from('Layer', (letter) => letter.charCodeAt(0)) };
  return (
    entriesOf(value) && {
      kind: 'dictionary',
      entries: new Map<string, PdfValue>([
        ['Type', pdfName('OCG')],
        ['Name', name],
      ]),
    }
  );
};
const layerChoice: Copy = dictionary(() => ({ ...all('Type P'), OCGs: listOf(() => layer) }));
export const layers: Copy = dictionary(() => ({
  OCGs: listOf(() => layer),
  D: dictionary(() => ({ BaseState: plain, ON: listOf(() => layer), OFF: listOf(() => layer) })),
}));

export const resources: Copy = dictionary(() => ({
  ExtGState: namesTo(() => graphicsState),
  ColorSpace: namesTo(() => colorSpace),
  Pattern: namesTo(() => pattern),
  Shading: namesTo(() => shading),
  XObject: namesTo(() => drawing),
  Font: namesTo(() => font),
  Properties: namesTo(() => layer),
}));

export const pageGroup = group;

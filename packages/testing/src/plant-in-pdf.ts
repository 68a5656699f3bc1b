import { deflateSync } from 'node:zlib';
import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';

type Photo = { jpeg: Buffer; width: number; height: number };

/**
 * A PDF with a page for each photo, that carries the location wherever a PDF can hold it: in its own description and XMP and those
 * of pages and pictures, private data, attached files, notes, links, actions, the outline, the structure, thumbnails of pages, the
 * colour profile, comments, an object that nothing refers to, one packed with others in a stream, and a former revision.
 */
export function plantInPdf(photos: Photo[], canary: LocationCanary, planted: PlantedMetadata): Buffer {
  const text = decimalText(canary);
  const words = `(${text} ${canary.place})`;
  const objects: Buffer[] = [];
  const add = (...content: (Buffer | string)[]): string => {
    objects.push(Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))));
    return `${objects.length} 0 R`;
  };
  const stream = (entries: string, data: Buffer | string): string => {
    const bytes = Buffer.from(data);
    return add(`<<${entries}/Length ${bytes.length}>>\nstream\n`, bytes, '\nendstream');
  };
  const packed = (entries: string, data: Buffer | string): string =>
    stream(`${entries}/Filter/FlateDecode`, deflateSync(data));
  const catalogNumber = 1;
  const pagesNumber = 2;
  objects.push(Buffer.alloc(0), Buffer.alloc(0));
  const xmp = stream('/Type/Metadata/Subtype/XML', planted.xmp);
  const privateData = add(`<</Camera<</LastModified(D:2026)/Private<</Where${words}>>>>>>`);
  const file = stream(`/Type/EmbeddedFile/Params<</ModDate${words}>>`, planted.thumbnail);
  const attachment = add(
    `<</Type/Filespec/F(${canary.place}.jpg)/UF(${canary.place}.jpg)/Desc${words}/EF<</F ${file}>>>>`,
  );
  const profile = packed('/N 3/Alternate/DeviceRGB', planted.icc);
  const thumbnail = stream(
    '/Width 160/Height 120/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
    planted.thumbnail,
  );
  const description = add(`<</Title${words}/Subject${words}/Author(Testmaker)/Keywords${words}>>`);
  const script = add(`<</S/JavaScript/JS(app.alert\\("${text}"\\))>>`);
  add(`<</Orphan${words}>>`);
  const pages = photos.map(({ jpeg, width, height }, index) => {
    const photo = stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace[/ICCBased ${profile}]/BitsPerComponent 8` +
        `/Filter/DCTDecode/Name/Im0/Metadata ${xmp}/PieceInfo ${privateData}`,
      jpeg,
    );
    const content = packed('', `q 1 0 0 1 0 0 cm ${width / 2} 0 0 ${height / 2} 0 0 cm /Im${index} Do Q`);
    const notes = [
      `<</Type/Annot/Subtype/Text/F 2/Rect[0 0 9 9]/Contents${words}/T(Testmaker)>>`,
      `<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS ${attachment}/Contents${words}>>`,
      `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(geo:${canary.latitude},${canary.longitude})>>>>`,
    ];
    return { photo, content, notes };
  });
  // All pages share one list of pictures, as many programs write it.
  const shared = add(`<</XObject<<${pages.map(({ photo }, index) => `/Im${index} ${photo}`).join('')}>>>>`);
  const kids = pages.map(({ content, notes }, index) =>
    add(
      `<</Type/Page/Parent ${pagesNumber} 0 R/Contents ${content}/Annots[${notes.join('')}]/Metadata ${xmp}` +
        `/MediaBox[0 0 ${(photos[index]?.width ?? 0) / 2} ${(photos[index]?.height ?? 0) / 2}]` +
        `/PieceInfo ${privateData}/Thumb ${thumbnail}/AA<</O ${script}>>/LastModified${words}>>`,
    ),
  );
  const outline = add(`<</Type/Outlines/Count 1/First<</Title${words}>>>>`);
  objects[pagesNumber - 1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]/Resources ${shared}/Where${words}>>`,
    'latin1',
  );
  objects[catalogNumber - 1] = Buffer.from(
    `<</Type/Catalog/Pages ${pagesNumber} 0 R/Metadata ${xmp}/PieceInfo ${privateData}/OpenAction ${script}` +
      `/Names<</EmbeddedFiles<</Names[${words} ${attachment}]>>>>/Outlines ${outline}/Lang(en)` +
      `/StructTreeRoot<</Type/StructTreeRoot/K<</Type/StructElem/S/Figure/Alt${words}/ActualText${words}>>>>>>`,
    'latin1',
  );
  return writeRevisions(objects, `/Root ${catalogNumber} 0 R/Info ${description}`, words);
}

/** The objects, then a second revision that changes one of them and packs another in a stream. */
function writeRevisions(objects: readonly Buffer[], trailer: string, words: string): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const add = (...content: (Buffer | string)[]): number => {
    const at = length;
    for (const part of content) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(bytes);
      length += bytes.length;
    }
    return at;
  };
  add('%PDF-1.6\n%\xe2\xe3\xcf\xd3\n');
  const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;
  const offsets = objects.map((object, index) => {
    add(`% ${words}\n`);
    return add(`${index + 1} 0 obj\n`, object, '\nendobj\n');
  });
  const size = objects.length + 1;
  const first = add(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(entry).join('')}`);
  add(`trailer\n<</Size ${size}${trailer}>>\nstartxref\n${first}\n%%EOF\n`);
  const inside = deflateSync(`${size + 1} 0 <</Where${words}>>`);
  const head = `<</Type/ObjStm/N 1/First ${String(size + 1).length + 3}/Filter/FlateDecode/Length ${inside.length}>>`;
  const packed = add(`${size} 0 obj\n${head}\nstream\n`, inside, '\nendstream\nendobj\n');
  const second = add(`xref\n${size} 1\n${entry(packed)}`);
  add(
    `trailer\n<</Size ${size + 1}${trailer}/Prev ${first}/ID[${words}${words}]>>\nstartxref\n${second}\n%%EOF\n% ${words}`,
  );
  return Buffer.concat(parts);
}

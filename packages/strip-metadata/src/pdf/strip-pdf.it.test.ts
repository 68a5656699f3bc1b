import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { expectToSurviveDamage } from '../../test/expect-to-survive-damage.ts';
import { renderPdf } from '../../test/render.ts';
import { openFile } from '../open-file.ts';
import { readImageSize } from '../read-image-size.ts';
import { stripMetadata } from '../strip-metadata.ts';

function drawPhoto(background: string): Promise<Buffer> {
  return sharp({ create: { width: 160, height: 120, channels: 3, background } })
    .composite([{ input: Buffer.alloc(40 * 30, 0), raw: { width: 40, height: 30, channels: 1 }, left: 10, top: 10 }])
    .jpeg()
    .toBuffer();
}

/** Raw bytes, and what every packed stream holds unpacked. */
function findCanaryInside(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const found = findCanary(bytes);
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    try {
      found.push(...findCanary(inflateSync(bytes.subarray(at + 7), { finishFlush: 2 })));
    } catch {
      // Not packed.
    }
  }
  return found;
}

/** A PDF of these objects, numbered from 1, with a right list of them; the first is the catalog. */
function writePdf(objects: string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const stream = (entries: string, data: string): string =>
  `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;

test('promise TP-2: a PDF keeps what its page shows and no location of any kind', async () => {
  const file = await plantLocationInPdf([await drawPhoto('#cba')]);
  expect(findCanaryInside(file).length).toBeGreaterThan(8);
  const { bytes, mediaType } = await stripMetadata(file);
  expect(mediaType).toBe('application/pdf');
  expect(findCanaryInside(bytes)).toEqual([]);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).not.toMatch(
    /Metadata|PieceInfo|Info|EmbeddedFile|JavaScript|Annot|Thumb|Outlines|StructTree|LastModified|\/ID/,
  );
  const seen = await renderPdf(bytes);
  expect(seen).toEqual(await renderPdf(file));
  expect(await readImageSize(file)).toEqual({ width: seen.width, height: seen.height, orientation: 1 });
  expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
});

test('each page becomes a file of its own, without the pictures of the others', async () => {
  const colors = ['#300', '#030', '#003'];
  const photos = await Promise.all(colors.map(drawPhoto));
  const file = await plantLocationInPdf(photos);
  await expect(stripMetadata(file)).rejects.toMatchObject({ code: 'several_pages' });
  const opened = await openFile(file);
  expect(opened.pages).toBe(3);
  for (const page of [0, 1, 2]) {
    const own = opened.stripPage(page);
    expect(findCanaryInside(own)).toEqual([]);
    expect(
      Buffer.from(own)
        .toString('latin1')
        .match(/DCTDecode/g),
    ).toHaveLength(1);
    expect(await renderPdf(own)).toEqual(await renderPdf(file, page));
    expect((await stripMetadata(own)).bytes).toEqual(own);
  }
});

test('letters, lines, colours, forms, patterns and what was filled in are drawn as before; turned and cut pages too', async () => {
  const content =
    '/GS gs /CS cs 0.8 scn 20 20 60 40 re f /P1 cs /Pattern cs /P1 scn 100 20 60 40 re f BT /F1 24 Tf 20 100 Td (Ticket 4711) Tj ET ' +
    '/Fm Do /OC /Hidden BDC 0 0 0 rg 150 100 40 40 re f EMC';
  const file = writePdf([
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>/AcroForm<</Fields[10 0 R]/DA(/F1 0 Tf)>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90/MediaBox[0 0 240 200]/CropBox[10 10 500 190]>>',
    '<</Type/Page/Parent 2 0 R/Contents[4 0 R]/Annots[10 0 R]/Resources<</Font<</F1 5 0 R>>/ExtGState<</GS<</ca .5/Type/ExtGState>>>>' +
      '/ColorSpace<</CS[/Separation/Spot/DeviceRGB 6 0 R]>>/Pattern<</P1 7 0 R>>/XObject<</Fm 8 0 R>>/Properties<</Hidden 9 0 R>>>>>>',
    stream('', content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Name/Secret>>',
    '<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[.9 .1 .1]/N 1>>',
    stream(
      '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>',
      '0 0 1 rg 0 0 4 4 re f',
    ),
    stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 30 30]/Matrix[1 0 0 1 190 20]/Resources<<>>',
      '0 .5 0 rg 0 0 30 30 re f',
    ),
    '<</Type/OCG/Name(Secret place)>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(Secret)/V(Secret)/Rect[20 140 120 160]/F 4/AP<</N 11 0 R>>>>',
    stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>',
      'BT /F1 12 Tf 2 5 Td (42.5 tons) Tj ET',
    ),
  ]);
  const { bytes } = await stripMetadata(file);
  const seen = await renderPdf(bytes);
  expect(seen).toEqual(await renderPdf(file));
  expect(seen).not.toEqual(
    await renderPdf(
      writePdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90/MediaBox[0 0 240 200]/CropBox[10 10 500 190]>>',
        '<</Type/Page/Parent 2 0 R>>',
      ]),
    ),
  );
  expect(await readImageSize(file)).toEqual({ width: seen.width, height: seen.height, orientation: 1 });
  expect(Buffer.from(bytes).includes('Secret')).toBe(false);
  expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
});

test('a file whose list of objects is wrong is read by looking for them', async () => {
  const file = await plantLocationInPdf([await drawPhoto('#cba')]);
  const { bytes } = await stripMetadata(file);
  const moved = Buffer.concat([Buffer.from('From: a mail program\r\n'), Buffer.from(bytes)]);
  expect((await stripMetadata(moved)).bytes).toEqual(bytes);
  const shifted = Buffer.concat([
    Buffer.from(bytes.subarray(0, 15)),
    Buffer.from('% more\n'),
    Buffer.from(bytes.subarray(15)),
  ]);
  expect((await stripMetadata(shifted)).bytes).toEqual(bytes);
  const cut = Buffer.from(bytes.subarray(0, Buffer.from(bytes).lastIndexOf('xref\n0')));
  expect((await stripMetadata(cut)).bytes).toEqual(bytes);
});

test('cut and damaged, a PDF is refused or stripped to something that stays as it is', async () => {
  const file = await plantLocationInPdf([await drawPhoto('#cba')]);
  // Viewers mend broken files each in their own way, so what they show is not compared.
  await expectToSurviveDamage(file, () => undefined);
});

const kid = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>';
const frame = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', kid, stream('', '/X Do')];

test.each([
  ['is locked', writePdf(frame, '/Encrypt<</Filter/Standard>>'), 'file_locked'],
  [
    'holds no page',
    writePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    'image_damaged',
  ],
  ['is only a header', Buffer.from('%PDF-1.7\n'), 'image_damaged'],
  [
    'has a broken photo',
    writePdf([...frame, stream('/Subtype/Image/Filter/DCTDecode', '\xff\xd8\xff\xe0no')]),
    'image_damaged',
  ],
  [
    'has a photo packed in an unknown way',
    writePdf([...frame, stream('/Subtype/Image/Filter/Unheard', 'no')]),
    'unsupported_image',
  ],
] as const)('a PDF that %s is refused', async (_what, file, code) => {
  await expect(stripMetadata(file)).rejects.toMatchObject({ code });
});

test('what lies deep in itself, refers to itself, or unpacks to far too much is refused or gone through once', async () => {
  const deep = writePdf([...frame, `<</Subtype/Form/Resources ${'['.repeat(100_000)}>>`]);
  const circle = writePdf([...frame, stream('/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>', '/X Do')]);
  const chain = writePdf([
    ...frame,
    ...Array.from({ length: 5000 }, (_, index) =>
      stream(`/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${index + 6} 0 R>>>>`, '/X Do'),
    ),
  ]);
  const tree = writePdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${'2 0 R '.repeat(40_000)}]>>`]);
  await expect(stripMetadata(deep)).rejects.toMatchObject({ code: 'image_damaged' });
  const { bytes } = await stripMetadata(circle);
  expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
  await expect(stripMetadata(chain)).rejects.toMatchObject({ code: 'image_damaged' });
  await expect(stripMetadata(tree)).rejects.toMatchObject({ code: 'image_damaged' });
});

test('millions of tiny values, in the file or packed in it, are refused', async () => {
  const names = '/a'.repeat(1_100_000);
  await expect(stripMetadata(writePdf([...frame, `[${names}]`]))).rejects.toMatchObject({ code: 'image_damaged' });
  const packed = deflateSync(`9 0 [${names}]`);
  const head = `/Type/ObjStm/N 1/First 4/Filter/FlateDecode`;
  const objects = [...frame, stream(head, packed.toString('latin1'))].map((object) =>
    object.replace('/X 5 0 R', '/X 9 0 R'),
  );
  const file = writePdf(objects);
  const withoutList = file.subarray(0, file.lastIndexOf('xref\n0'));
  await expect(stripMetadata(withoutList)).rejects.toMatchObject({ code: 'image_damaged' });
});

test('a content that unpacks to 200 megabytes stays packed', async () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000, ' '), { level: 1 });
  const file = writePdf([
    frame[0] ?? '',
    frame[1] ?? '',
    frame[2] ?? '',
    stream('/Filter/FlateDecode', bomb.toString('latin1')),
  ]);
  const { bytes } = await stripMetadata(file);
  expect(bytes.length).toBeLessThan(bomb.length + 2000);
});

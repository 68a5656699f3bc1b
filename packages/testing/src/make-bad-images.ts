import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { pngChunk } from './plant-in-png.ts';

/** A file as somebody might upload it: the name that it comes with, and what is in it. */
export type UploadedFile = { fileName: string; bytes: Buffer };

/**
 * Files that an upload has to cope with. `pngNamedJpg`, `jpegWithZip` and `jpegWithHtml` hold a whole picture, the others none
 * that can be read.
 */
export async function makeBadImages(): Promise<{
  notAnImage: UploadedFile;
  noBytes: UploadedFile;
  truncatedJpeg: UploadedFile;
  truncatedPng: UploadedFile;
  truncatedWebp: UploadedFile;
  headerOnlyJpeg: UploadedFile;
  onePixelJpeg: UploadedFile;
  onePixelPng: UploadedFile;
  hugePng: UploadedFile;
  hugeJpeg: UploadedFile;
  jpegWithZip: UploadedFile;
  jpegWithHtml: UploadedFile;
  pngNamedJpg: UploadedFile;
  gifNamedJpg: UploadedFile;
  svgNamedPng: UploadedFile;
}> {
  const picture = drawPicture(900, 700);
  const jpeg = await picture.clone().jpeg({ quality: 80 }).toBuffer();
  const png = await picture.clone().png().toBuffer();
  const webp = await picture.clone().webp().toBuffer();
  const pixel = drawPicture(1, 1);
  const cut = (bytes: Buffer) => Buffer.from(bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  return {
    notAnImage: file('notes.jpg', Buffer.from('Pick up 3/4 base at pit 2, ask for Gil.\n'.repeat(40))),
    noBytes: file('photo.jpg', Buffer.alloc(0)),
    truncatedJpeg: file('photo.jpg', cut(jpeg)),
    truncatedPng: file('photo.png', cut(png)),
    truncatedWebp: file('photo.webp', cut(webp)),
    headerOnlyJpeg: file('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
    onePixelJpeg: file('dot.jpg', await pixel.clone().jpeg().toBuffer()),
    onePixelPng: file('dot.png', await pixel.clone().png().toBuffer()),
    hugePng: file('photo.png', makeHugePng()),
    hugeJpeg: file('photo.jpg', claimSize(jpeg, 60_000)),
    jpegWithZip: file('photo.jpg', withZip(jpeg, 'run.sh', 'echo surprise\n')),
    jpegWithHtml: file('photo.html', withComment(jpeg, '<!doctype html><script>alert(document.domain)</script><!--')),
    pngNamedJpg: file('photo.jpg', png),
    gifNamedJpg: file('photo.jpg', await picture.clone().gif().toBuffer()),
    svgNamedPng: file(
      'photo.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ),
  };
}

function file(fileName: string, bytes: Buffer): UploadedFile {
  return { fileName, bytes };
}

function drawPicture(width: number, height: number): Sharp {
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, index) => (index * 13 + (index >> 9)) % 241),
  );
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Claims 60,000 × 60,000 pixels of 8 bits (10.8 GB unpacked) in about 5 KB; its data end after the first rows. */
function makeHugePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(28 * (60_000 * 3 + 1)), { level: 9 });
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND')]);
}

/** The JPEG with another width and height in its frame header. */
function claimSize(jpeg: Buffer, side: number): Buffer {
  const copy = Buffer.from(jpeg);
  for (let at = 2; at < copy.length; at += 2 + copy.readUInt16BE(at + 2)) {
    const marker = copy[at + 1] ?? 0;
    if (marker === 0xc0 || marker === 0xc2) {
      copy.writeUInt16BE(side, at + 5);
      copy.writeUInt16BE(side, at + 7);
      return copy;
    }
  }
  throw new Error('The JPEG has no frame');
}

/** The JPEG with a comment right after its start, where a browser that guesses types would find a page. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    Buffer.from(comment),
    jpeg.subarray(2),
  ]);
}

/** The JPEG with a ZIP archive of one stored file behind it; readers of ZIP look for its directory from the end. */
function withZip(jpeg: Buffer, name: string, content: string): Buffer {
  const data = Buffer.from(content);
  const sizes = Buffer.concat([u32(crc32(data)), u32(data.length), u32(data.length), Buffer.from([name.length, 0])]);
  const local = [Buffer.from('504b030414000000000000000000', 'hex'), sizes, Buffer.alloc(2), Buffer.from(name), data];
  const entry = Buffer.concat([
    Buffer.from('504b0102140014000000000000000000', 'hex'),
    sizes,
    Buffer.alloc(12),
    u32(jpeg.length),
    Buffer.from(name),
  ]);
  const archived = Buffer.concat([jpeg, ...local]);
  const end = [Buffer.from('504b05060000000001000100', 'hex'), u32(entry.length), u32(archived.length)];
  return Buffer.concat([archived, entry, ...end, Buffer.alloc(2)]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

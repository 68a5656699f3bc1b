import { decimalText, type LocationCanary } from './location-canary.ts';
import type { PlantedMetadata } from './planted-metadata.ts';

/** Puts the location into every part of a JPEG that can hold one, and behind its end. */
export function plantInJpeg(image: Buffer, canary: LocationCanary, planted: PlantedMetadata): Buffer {
  const text = decimalText(canary);
  const scanAt = findScan(image);
  const extended = Buffer.concat([Buffer.alloc(32, 'A'), u32(planted.xmp.length), u32(0), planted.xmp]);
  return Buffer.concat([
    image.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', planted.exif),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', planted.xmp),
    segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', extended),
    planted.icc.length > 0 ? segment(0xe2, 'ICC_PROFILE\0\x01\x01', planted.icc) : planted.icc,
    segment(0xe2, 'MPF\0', Buffer.from(text)),
    segment(0xe3, 'Meta\0\0', planted.exif),
    segment(0xeb, 'JP\0\0', Buffer.from(`jumb ${text} ${canary.place}`)),
    segment(0xed, 'Photoshop 3.0\0', photoshopResources(canary)),
    segment(0xef, 'MAKER\0', Buffer.from(text, 'utf16le')),
    segment(0xfe, '', Buffer.from(`taken at ${text}`)),
    image.subarray(2, scanAt),
    segment(0xfe, '', Buffer.from(`second comment ${text}`)),
    image.subarray(scanAt),
    // As motion photos and multi-picture files do: a second picture behind the first, then the maker's trailer.
    planted.thumbnail,
    Buffer.from(`SEFH ${text} ${canary.place} SEFT`),
  ]);
}

/** Where the first start-of-scan segment begins. */
function findScan(image: Buffer): number {
  for (let at = 2; at < image.length; at += 2 + image.readUInt16BE(at + 2)) {
    if (image[at + 1] === 0xda) return at;
  }
  throw new Error('The JPEG has no scan');
}

function segment(marker: number, name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
}

/** Photoshop's image resources: IPTC (0x0404) with city and sublocation, and a caption of Photoshop's own (0x03f0). */
function photoshopResources(canary: LocationCanary): Buffer {
  const record = (dataset: number, text: string) =>
    Buffer.concat([Buffer.from([0x1c, 2, dataset, text.length >> 8, text.length & 255]), Buffer.from(text, 'latin1')]);
  const iptc = Buffer.concat([record(90, canary.place), record(92, decimalText(canary)), record(120, canary.place)]);
  return Buffer.concat([resource(0x0404, iptc), resource(0x03f0, Buffer.from(decimalText(canary)))]);
}

function resource(id: number, content: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from('8BIM'), Buffer.from([id >> 8, id & 255, 0, 0]), u32(content.length)]);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

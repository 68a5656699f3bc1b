import sharp from 'sharp';
import { photoCanary, thumbnailCanary } from './location-canary.ts';
import { plantInHeif } from './plant-in-heif.ts';
import { plantInJpeg } from './plant-in-jpeg.ts';
import { plantInPdf } from './plant-in-pdf.ts';
import { plantInPng } from './plant-in-png.ts';
import { plantInTiff } from './plant-in-tiff.ts';
import { plantInWebp } from './plant-in-webp.ts';
import type { PlantedMetadata } from './planted-metadata.ts';
import { type ByteOrder, writeExifLocation } from './write-exif-location.ts';
import { writeIccLocation } from './write-icc-location.ts';
import { writeXmpLocation } from './write-xmp-location.ts';

type PlantOptions = {
  /** EXIF orientation, 1 to 8; 1 is upright. */
  orientation?: number;
  byteOrder?: ByteOrder;
};

/**
 * A copy of a picture without metadata (JPEG, PNG, WebP, HEIC, AVIF, or a TIFF of one page) that carries the canary locations
 * (see location-canary.ts) in every place where it can hide one: EXIF with GPS, maker's note and a thumbnail that has its own, XMP,
 * IPTC, comments, text chunks, the colour profile, unknown blocks, and bytes behind the picture's end. The pixels are those of the
 * original. HEIC and AVIF are not mirrored.
 */
export async function plantLocation(image: Uint8Array, options: PlantOptions = {}): Promise<Buffer> {
  const { orientation = 1, byteOrder = 'little' } = options;
  const bytes = Buffer.from(image);
  if (bytes.toString('latin1', 4, 8) === 'ftyp') {
    return plantInHeif(bytes, orientation, photoCanary, await makeMetadata(await drawThumbnail(), 1, byteOrder));
  }
  const { format, width, height } = await sharp(bytes).metadata();
  const small = await sharp(bytes).resize(160, 120, { fit: 'inside' }).jpeg({ quality: 60 }).toBuffer();
  const planted = await makeMetadata(small, orientation, byteOrder);
  if (format === 'jpeg') return plantInJpeg(bytes, photoCanary, planted);
  if (format === 'png') return plantInPng(bytes, photoCanary, planted);
  if (format === 'webp') return plantInWebp(bytes, { width, height }, photoCanary, planted);
  if (format === 'tiff') return plantInTiff(bytes, { orientation, order: byteOrder }, photoCanary, planted);
  throw new Error(`No place for a location in ${format}`);
}

/** A PDF with a page for each of these JPEGs (without metadata), which carries the canary locations wherever a PDF can. */
export async function plantLocationInPdf(jpegs: readonly Uint8Array[]): Promise<Buffer> {
  const photos = await Promise.all(
    jpegs.map(async (jpeg) => {
      const { width, height } = await sharp(jpeg).metadata();
      return { jpeg: await plantLocation(jpeg), width, height };
    }),
  );
  return plantInPdf(photos, photoCanary, await makeMetadata(await drawThumbnail(), 1, 'little'));
}

async function makeMetadata(small: Buffer, orientation: number, order: ByteOrder): Promise<PlantedMetadata> {
  const own = {
    exif: writeExifLocation(thumbnailCanary, { orientation: 1, order, thumbnail: null }),
    xmp: writeXmpLocation(thumbnailCanary),
  };
  const thumbnail = plantInJpeg(small, thumbnailCanary, { ...own, icc: Buffer.alloc(0), thumbnail: Buffer.alloc(0) });
  return {
    exif: writeExifLocation(photoCanary, { orientation, order, thumbnail }),
    xmp: writeXmpLocation(photoCanary),
    icc: await writeIccLocation(photoCanary),
    thumbnail,
  };
}

function drawThumbnail(): Promise<Buffer> {
  return sharp({ create: { width: 160, height: 120, channels: 3, background: '#ccc' } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

import sharp from 'sharp';
import { photoCanary, thumbnailCanary } from './location-canary.ts';
import { plantInJpeg } from './plant-in-jpeg.ts';
import { plantInPng } from './plant-in-png.ts';
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
 * A copy of a JPEG, PNG or WebP without metadata that carries the canary locations (see location-canary.ts) in every place
 * where a picture can hide one: EXIF with GPS, maker's note and a thumbnail that has its own, XMP, IPTC, comments, text
 * chunks, the colour profile, unknown blocks, and bytes behind the picture's end. The pixels are those of the original.
 */
export async function plantLocation(image: Uint8Array, options: PlantOptions = {}): Promise<Buffer> {
  const { orientation = 1, byteOrder = 'little' } = options;
  const bytes = Buffer.from(image);
  const { format, width, height } = await sharp(bytes).metadata();
  const small = await sharp(bytes).resize(160, 120, { fit: 'inside' }).jpeg({ quality: 60 }).toBuffer();
  const icc = await writeIccLocation(photoCanary);
  const own = {
    exif: writeExifLocation(thumbnailCanary, { orientation: 1, order: byteOrder, thumbnail: null }),
    xmp: writeXmpLocation(thumbnailCanary),
  };
  const thumbnail = plantInJpeg(small, thumbnailCanary, { ...own, icc: Buffer.alloc(0), thumbnail: Buffer.alloc(0) });
  const planted: PlantedMetadata = {
    exif: writeExifLocation(photoCanary, { orientation, order: byteOrder, thumbnail }),
    xmp: writeXmpLocation(photoCanary),
    icc,
    thumbnail,
  };
  if (format === 'jpeg') return plantInJpeg(bytes, photoCanary, planted);
  if (format === 'png') return plantInPng(bytes, photoCanary, planted);
  if (format === 'webp') return plantInWebp(bytes, { width, height }, photoCanary, planted);
  throw new Error(`No place for a location in ${format}`);
}

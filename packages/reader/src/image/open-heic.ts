import libheif from 'libheif-js/wasm-bundle.js';
import { z } from 'zod';
import { type DecodeLimits, DecodeRefusal, type OpenFile, type PixelKind } from './decoder.ts';
import type { GreyImage } from './grey-image.ts';

/** The plane of brightness comes first; more than 8 bits are stored in two bytes, the lower one first. */
const planeSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  stride: z.number().int().positive(),
  bits_per_pixel: z.number().int().positive(),
  data: z.instanceof(Uint8Array),
});
const interleavedSchema = z.object({ channels: z.tuple([planeSchema]) });
const decodedSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  channels: z.tuple([planeSchema.extend({ bits_per_pixel: z.number().int().min(8).max(16) })], z.unknown()),
});

/**
 * Opens the main picture of a HEIC file, turned as it says itself. Brightness is stored apart from colour, so grey takes no
 * conversion.
 */
export async function openHeic(bytes: Uint8Array, limits: DecodeLimits, pixels: PixelKind): Promise<OpenFile> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0];
  if (image === undefined) throw new DecodeRefusal('image_damaged');
  if (image.get_width() * image.get_height() > limits.pixelsPerPage) throw new DecodeRefusal('too_many_pixels');
  return {
    pages: 1,
    readPage: async () => {
      const { heif_colorspace_YCbCr: planes, heif_colorspace_RGB: rgb } = libheif.heif_colorspace;
      if (pixels === 'color') {
        return colors(
          libheif.heif_js_decode_image2(image.handle, rgb, libheif.heif_chroma.heif_chroma_interleaved_RGBA),
        );
      }
      // of smaller planes of colour the package takes twice their length, beyond the end of its memory for large pictures
      const { heif_chroma_444: ofOneSize } = libheif.heif_chroma;
      return brightness(libheif.heif_js_decode_image2(image.handle, planes, ofOneSize));
    },
    close: async () => {},
  };
}

function colors(decoded: unknown): GreyImage {
  const parsed = interleavedSchema.safeParse(decoded);
  if (!parsed.success) throw new DecodeRefusal('image_damaged', parsed.error);
  const [{ width, height, stride, data: rows }] = parsed.data.channels;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) data.set(rows.subarray(y * stride, y * stride + width * 4), y * width * 4);
  return { data, width, height };
}

function brightness(decoded: unknown): GreyImage {
  const parsed = decodedSchema.safeParse(decoded);
  if (!parsed.success) throw new DecodeRefusal('image_damaged', parsed.error);
  const [plane] = parsed.data.channels;
  const { width, height, stride, bits_per_pixel: bits } = plane;
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    if (bits === 8) {
      data.set(plane.data.subarray(y * stride, y * stride + width), y * width);
      continue;
    }
    for (let x = 0, from = y * stride; x < width; x++, at++, from += 2) {
      data[at] = (((plane.data[from + 1] ?? 0) << 8) | (plane.data[from] ?? 0)) >> (bits - 8);
    }
  }
  return { data, width, height };
}

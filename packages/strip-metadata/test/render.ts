import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import libheif from 'libheif-js/wasm-bundle.js';
import { z } from 'zod';

/** Pixels are told by their hash, so that a difference doesn't print thousands of numbers. */
export type Rendered = { pixels: string; width: number; height: number };

const planesSchema = z.object({
  width: z.number(),
  height: z.number(),
  channels: z.array(z.object({ data: z.custom<Uint8Array>(ArrayBuffer.isView) })),
});

/** The main picture of a HEIC, turned as it says; undefined where libheif can't decode it. */
export function decodeHeic(image: Uint8Array): Rendered | undefined {
  const images = new libheif.HeifDecoder().decode(image);
  const main = images.find((candidate) => candidate.is_primary());
  if (main === undefined) return undefined;
  const { heif_colorspace_YCbCr: planes } = libheif.heif_colorspace;
  const { heif_chroma_444: ofOneSize } = libheif.heif_chroma;
  const decoded = planesSchema.safeParse(libheif.heif_js_decode_image2(main.handle, planes, ofOneSize));
  if (!decoded.success) return undefined;
  const { width, height, channels } = decoded.data;
  return { pixels: hash(...channels.map(({ data }) => data)), width, height };
}

/** A page of a PDF at 300 dots an inch, as the reader renders it. */
export async function renderPdf(file: Uint8Array, page = 0): Promise<Rendered> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  try {
    document.initializeFormFields();
    const opened = document.getPage(page);
    const { originalWidth, originalHeight } = opened.getOriginalSize();
    const scale = Math.min(300 / 72, Math.sqrt(12_000_000 / (originalWidth * originalHeight)));
    const { data, width, height } = await opened.render({
      scale,
      colorSpace: 'BGRA',
      render: 'bitmap',
      renderFormFields: true,
    });
    return { pixels: hash(data), width, height };
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** One of the pictures in `packages/testing/fixtures/heic`. */
export function readHeic(name: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, `../../testing/fixtures/heic/${name}.heic`));
}

function hash(...parts: Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

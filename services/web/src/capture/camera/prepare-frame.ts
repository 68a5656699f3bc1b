import { stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import type { NewPhoto } from '../outbox/outbox-ticket.ts';
import { hashPhoto } from '../prepare/hash-photo.ts';

const quality = 0.92;
const thumbnailSide = 240;

/**
 * Makes a frame ready to be kept. A canvas writes no metadata; it goes through the same door as every other photo all the
 * same.
 */
export async function prepareFrame(frame: ImageBitmap): Promise<NewPhoto> {
  const scale = Math.min(1, thumbnailSide / Math.max(frame.width, frame.height));
  const [jpeg, thumbnail] = await Promise.all([
    drawJpeg(frame, frame.width, frame.height, quality),
    drawJpeg(frame, Math.max(1, Math.round(frame.width * scale)), Math.max(1, Math.round(frame.height * scale)), 0.7),
  ]);
  const { bytes, mediaType } = await stripMetadata(jpeg);
  return { bytes, mediaType, sha256: await hashPhoto(bytes), thumbnail };
}

async function drawJpeg(
  frame: ImageBitmap,
  width: number,
  height: number,
  jpegQuality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('No canvas to draw the photo on');
  context.imageSmoothingQuality = 'high';
  context.drawImage(frame, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // Phones are short of memory for canvases, and wait long before they give it back by themselves.
  canvas.width = 0;
  canvas.height = 0;
  return bytes;
}

/**
 * Draws a picture upright into a new JPEG whose longer side is at most `longestSide` pixels (its own size without). Null where
 * this browser can't decode it, or can't draw without showing.
 */
export async function drawJpeg(
  picture: Blob,
  { quality, longestSide = Number.POSITIVE_INFINITY }: { quality: number; longestSide?: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  try {
    const drawing = canvas.getContext('2d', { alpha: false });
    if (drawing === null) return null;
    drawing.fillStyle = '#fff';
    drawing.fillRect(0, 0, width, height);
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(bitmap, 0, 0, width, height);
    const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    return new Uint8Array(await drawn.arrayBuffer());
  } catch {
    return null;
  } finally {
    bitmap.close();
    // Phones are short of memory for canvases, and wait long before they give it back by themselves.
    canvas.width = 0;
    canvas.height = 0;
  }
}

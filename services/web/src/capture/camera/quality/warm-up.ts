import { measurePhoto } from './measure-photo.ts';
import { readBitmap } from './read-bitmap.ts';

const turns = 3;

/**
 * Measures a drawn picture of print a few times, so that the browser has compiled the measuring before the first photo: it
 * takes several times as long where it has not.
 */
export function warmUp(): void {
  const canvas = new OffscreenCanvas(900, 1200);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return;
  for (let turn = 0; turn < turns; turn++) {
    context.fillStyle = '#ddd';
    context.fillRect(0, 0, 900, 1200);
    context.fillStyle = '#222';
    for (let y = 100; y < 1100; y += 40) {
      for (let x = 100; x < 800; x += 16) context.fillRect(x, y, 5 + ((x * y) % 5), 16);
    }
    const drawn = canvas.transferToImageBitmap();
    measurePhoto(readBitmap(drawn));
    drawn.close();
  }
}

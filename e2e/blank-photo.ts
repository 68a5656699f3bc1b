import sharp from 'sharp';
import type { Photo } from './send-photo.ts';

/** A photo with nothing on it to read, unlike any other. The large one has some 400 KB, the small one is read at once. */
export async function blankPhoto(size: 'small' | 'large' = 'small'): Promise<Photo> {
  const [width, height, sigma] = size === 'small' ? [360, 480, 4] : [1200, 1600, 10];
  const noise = { type: 'gaussian', mean: 190, sigma } as const;
  const buffer = await sharp({ create: { width, height, channels: 3, background: 'white', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Makes a video of a photo for Chromium's camera that is none, and returns the flags that show it: one picture, which is what
 * a phone held still sees.
 *
 * @param photo JPEG of any size; the video is 1200 × 1600 pixels
 * @param file where to write the video, ending in .mjpeg
 */
export async function fakeCamera(photo: Buffer, file: string, blur = 0): Promise<string[]> {
  const upright = sharp(photo).resize(1200, 1600, { fit: 'cover' });
  const frame = await (blur > 0 ? upright.blur(blur) : upright)
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
    .toBuffer();
  await writeFile(file, Buffer.concat([frame, frame]));
  // The last one allows the camera without asking: this Chromium has nobody to ask.
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
    '--use-fake-ui-for-media-stream',
  ];
}

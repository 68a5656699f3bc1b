import sharp from 'sharp';
import { paintSurface } from './paint-surface.ts';
import { type PaperShape, shapePaper } from './paper-shape.ts';
import type { Point, Scene } from './scene.ts';
import { seededRandom } from './seeded-random.ts';
import { laySheet, moveHand, spoilPicture } from './spoil-picture.ts';

/** A page as drawn by the browser: four bytes a pixel; transparent where the paper was torn or cut away. */
export type DrawnPage = { pixels: Uint8Array; width: number; height: number };

export type Photograph = { jpeg: Buffer; quality: number; shape: PaperShape };

const largest = 460_000;

/** Lays the page into the scene, lights it, and takes the picture as a JPEG without any metadata. */
export async function photographPage(page: DrawnPage, scene: Scene): Promise<Photograph> {
  const shape = shapePaper(scene, page.width, page.height);
  const picture = paintSurface(scene);
  laySheet(picture, scene);
  const cover = layPage(picture, page, scene, shape);
  const underPaper = await blurCover(cover, scene);
  light(picture, cover, underPaper, scene);
  spoilPicture(picture, scene);
  const taken = sharp(picture, { raw: { width: scene.width, height: scene.height, channels: 3 } });
  const blurred = await moveHand(taken.blur(scene.blur), scene).png({ compressionLevel: 1 }).toBuffer();
  for (let quality = scene.quality ?? 83; ; quality -= 3) {
    const jpeg = await sharp(blurred).jpeg({ quality, chromaSubsampling: '4:2:0', mozjpeg: true }).toBuffer();
    if (jpeg.length <= largest || quality <= 75 || scene.quality !== undefined) return { jpeg, quality, shape };
  }
}

/** Draws the page over the surface; returns how much of each picture pixel it covers (0 to 255). */
function layPage(picture: Uint8ClampedArray, page: DrawnPage, scene: Scene, shape: PaperShape): Uint8Array {
  const cover = new Uint8Array(scene.width * scene.height);
  const [left, top, right, bottom] = bounds(scene);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const point = shape.toPage([x, y]);
      const sample = sampleAt(page, point);
      if (sample[3] === 0) continue;
      const index = y * scene.width + x;
      const alpha = sample[3] / 255;
      const shade = shape.shade(point);
      for (let channel = 0; channel < 3; channel += 1) {
        const under = picture[index * 3 + channel] ?? 0;
        picture[index * 3 + channel] = under * (1 - alpha) + (sample[channel] ?? 0) * shade * alpha;
      }
      cover[index] = sample[3];
    }
  }
  return cover;
}

function bounds(scene: Scene): [left: number, top: number, right: number, bottom: number] {
  const xs = scene.quad.map(([x]) => x);
  const ys = scene.quad.map(([, y]) => y);
  return [
    Math.max(0, Math.floor(Math.min(...xs)) - 30),
    Math.max(0, Math.floor(Math.min(...ys)) - 30),
    Math.min(scene.width, Math.ceil(Math.max(...xs)) + 30),
    Math.min(scene.height, Math.ceil(Math.max(...ys)) + 30),
  ];
}

/** Red, green, blue and cover at a point between pixels; cover 0 outside the page. */
function sampleAt(page: DrawnPage, [x, y]: Point): readonly [number, number, number, number] {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= page.width - 1 || row >= page.height - 1) return [0, 0, 0, 0];
  const across = x - column;
  const down = y - row;
  const at = (row * page.width + column) * 4;
  const next = at + page.width * 4;
  const blend = (channel: number) => {
    const top = (page.pixels[at + channel] ?? 0) * (1 - across) + (page.pixels[at + 4 + channel] ?? 0) * across;
    const bottom = (page.pixels[next + channel] ?? 0) * (1 - across) + (page.pixels[next + 4 + channel] ?? 0) * across;
    return top * (1 - down) + bottom * down;
  };
  return [blend(0), blend(1), blend(2), blend(3)];
}

/** The shadow that the paper throws on the surface: its outline, moved and blurred; one byte a pixel. */
async function blurCover(cover: Uint8Array, scene: Scene): Promise<Uint8Array> {
  const { width, height } = scene;
  const radians = (scene.light.angle * Math.PI) / 180;
  const [moveX, moveY] = [-Math.round(Math.cos(radians) * 14), -Math.round(Math.sin(radians) * 14)];
  const moved = new Uint8Array(cover.length);
  for (let y = Math.max(0, moveY); y < Math.min(height, height + moveY); y += 1) {
    for (let x = Math.max(0, moveX); x < Math.min(width, width + moveX); x += 1) {
      moved[y * width + x] = cover[(y - moveY) * width + x - moveX] ?? 0;
    }
  }
  return sharp(moved, { raw: { width, height, channels: 1 } })
    .blur(11)
    .extractChannel(0)
    .raw()
    .toBuffer();
}

/** Light from one side, the soft shadow of a person, the paper's own shadow, and the camera's noise. */
function light(picture: Uint8ClampedArray, cover: Uint8Array, underPaper: Uint8Array, scene: Scene): void {
  const { width, height } = scene;
  const { angle, falloff, tint, shadow } = scene.light;
  const random = seededRandom(scene.seed + 1);
  const towards = direction(angle, width, height);
  const band = shadow ? direction(shadow.angle, width, height) : null;
  for (let y = 0, index = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 1) {
      let bright = 1.04 - falloff * (1 - towards(x, y));
      if (shadow && band) {
        const outside = Math.max(0, Math.abs(band(x, y) - shadow.at) - shadow.width / 2) / shadow.soft;
        bright *= 1 - shadow.dark * Math.exp(-outside * outside);
      }
      bright *= 1 - 0.5 * ((underPaper[index] ?? 0) / 255) * (1 - (cover[index] ?? 0) / 255);
      const noise = (random() + random() - 1) * scene.grain;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = index * 3 + channel;
        picture[at] = (picture[at] ?? 0) * bright * (tint[channel] ?? 1) + noise;
      }
    }
  }
}

/** How far a pixel lies in the direction of an angle, 0 to 1 across the picture. */
function direction(angle: number, width: number, height: number): (x: number, y: number) => number {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const reach = Math.abs(cos) + Math.abs(sin);
  return (x, y) => 0.5 + (cos * (x / width - 0.5) + sin * (y / height - 0.5)) / reach;
}

import type { Sharp } from 'sharp';
import type { Point, Quad, Scene } from './scene.ts';

/** Lays another sheet of paper on the surface, before the page itself: white, with lines as of print. */
export function laySheet(picture: Uint8ClampedArray, { width, height, spoil }: Scene): void {
  const quad = spoil?.sheet;
  if (quad === undefined) return;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInside(quad, x / width, y / height)) continue;
      const isPrint = Math.floor(y / 38) % 2 === 0 && y % 38 < 12 && (x * 7 + Math.floor(x / 90) * 13) % 23 < 12;
      picture.fill(isPrint ? 120 : 232, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
}

/** A thumb, a reflection, too little light, or no colours, in the finished picture. */
export function spoilPicture(picture: Uint8ClampedArray, scene: Scene): void {
  const { width, height, spoil } = scene;
  if (spoil === undefined) return;
  const glare = spoil.glare;
  const thumb = spoil.thumb === undefined ? null : thumbShade(spoil.thumb, scene);
  const dim = spoil.dim ?? 1;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const skin = thumb?.(x, y) ?? 0;
      if (skin > 0) for (let c = 0; c < 3; c += 1) picture[at + c] = (skinColour[c] ?? 0) * skin;
      if (glare !== undefined) {
        const [dx, dy] = [x / width - glare.at[0], ((y / height - glare.at[1]) * height) / width];
        const light = 255 * glare.strength * Math.exp(-(dx * dx + dy * dy) / (glare.radius * glare.radius));
        for (let c = 0; c < 3; c += 1) picture[at + c] = (picture[at + c] ?? 0) + light;
      }
      if (dim !== 1) for (let c = 0; c < 3; c += 1) picture[at + c] = (picture[at + c] ?? 0) * dim;
      if (spoil.isGrey) {
        const grey = 0.299 * (picture[at] ?? 0) + 0.587 * (picture[at + 1] ?? 0) + 0.114 * (picture[at + 2] ?? 0);
        picture.fill(grey, at, at + 3);
      }
    }
  }
}

/** Blurs along the way that the hand moved. */
export function moveHand(picture: Sharp, { spoil }: Scene): Sharp {
  if (spoil?.motion === undefined) return picture;
  const { length, angle } = spoil.motion;
  const size = Math.max(3, 2 * Math.ceil(length / 2) + 1);
  const kernel = Array<number>(size * size).fill(0);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const middle = (size - 1) / 2;
  for (let step = -middle; step <= middle; step += 0.25) {
    const reach = (step / middle) * (length / 2);
    kernel[Math.round(middle + reach * sin) * size + Math.round(middle + reach * cos)] = 1;
  }
  return picture.convolve({ width: size, height: size, kernel });
}

const skinColour = [196, 140, 112];

/** How bright the thumb is at a pixel; 0 beside it. */
function thumbShade(
  { at, angle, width }: { at: Point; angle: number; width: number },
  scene: Scene,
): (x: number, y: number) => number {
  const radius = (width * scene.width) / 2;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return (x, y) => {
    const [dx, dy] = [x - at[0] * scene.width, y - at[1] * scene.height];
    const along = dx * cos + dy * sin;
    const across = Math.abs(dy * cos - dx * sin);
    const distance = along > 0 ? across : Math.hypot(along, across);
    return distance > radius ? 0 : 1 - 0.35 * (distance / radius) ** 2;
  };
}

function isInside(quad: Quad, x: number, y: number): boolean {
  return quad.every(([ax, ay], corner) => {
    const [bx, by] = quad[(corner + 1) % 4] ?? [0, 0];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
}

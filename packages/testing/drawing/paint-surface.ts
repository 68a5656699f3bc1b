import type { Scene } from './scene.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

type Material = {
  colour: readonly [number, number, number];
  /** Size in pixels of the coarse pattern, across and along. */
  grain: readonly [number, number];
  contrast: number;
  /** Size and strength of the fine pattern on top, and how far it is turned (radians) to hide its lattice. */
  fine: readonly [across: number, along: number, strength: number, turn: number];
};

const materials: Record<Scene['surface'], Material> = {
  scanner: { colour: [243, 243, 241], grain: [900, 900], contrast: 3, fine: [4, 4, 0, 0] },
  wood: { colour: [139, 98, 62], grain: [1300, 60], contrast: 20, fine: [300, 9, 10, 0.01] },
  steel: { colour: [158, 162, 165], grain: [1400, 300], contrast: 14, fine: [260, 3, 9, 0] },
  dashboard: { colour: [52, 53, 56], grain: [500, 500], contrast: 8, fine: [5, 5, 8, 0.6] },
  concrete: { colour: [146, 142, 134], grain: [220, 180], contrast: 16, fine: [6, 6, 16, 0.7] },
  paint: { colour: [128, 32, 34], grain: [1600, 900], contrast: 20, fine: [4, 4, 3, 0.5] },
  seat: { colour: [88, 84, 80], grain: [400, 400], contrast: 10, fine: [3, 9, 16, 0.5] },
  cardboard: { colour: [176, 138, 96], grain: [600, 500], contrast: 8, fine: [900, 12, 7, 1.57] },
};

/** Brightness change at a point, about −1 to 1. */
type Noise = (x: number, y: number) => number;

/** The surface that the ticket lies on, without it: three bytes a pixel. */
export function paintSurface(scene: Scene): Uint8ClampedArray {
  const { colour, grain, contrast, fine } = materials[scene.surface];
  const random = seededRandom(scene.seed);
  const coarse = smoothNoise(random, grain[0], grain[1]);
  const detail = smoothNoise(random, fine[0], fine[1]);
  const [cos, sin] = [Math.cos(fine[3]), Math.sin(fine[3])];
  const pixels = new Uint8ClampedArray(scene.width * scene.height * 3);
  for (let y = 0, at = 0; y < scene.height; y += 1) {
    for (let x = 0; x < scene.width; x += 1, at += 3) {
      const fineness = detail(x * cos + y * sin + 4000, y * cos - x * sin + 4000);
      const change = contrast * coarse(x, y) + fine[2] * fineness;
      for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = (colour[channel] ?? 0) + change;
    }
  }
  return pixels;
}

/** Value noise: random heights on a lattice of the given spacing, blended smoothly between. */
function smoothNoise(random: SeededRandom, spacingX: number, spacingY: number): Noise {
  const size = 256;
  const heights = Float32Array.from({ length: size * size }, () => random() * 2 - 1);
  const height = (column: number, row: number) => heights[(row & 255) * size + (column & 255)] ?? 0;
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const column = Math.floor(x / spacingX);
    const row = Math.floor(y / spacingY);
    const across = ease(x / spacingX - column);
    const down = ease(y / spacingY - row);
    const top = height(column, row) * (1 - across) + height(column + 1, row) * across;
    const bottom = height(column, row + 1) * (1 - across) + height(column + 1, row + 1) * across;
    return top * (1 - down) + bottom * down;
  };
}

import { placeScene } from '../place-scene.ts';
import type { Quad, Scene, Spoil } from '../scene.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { between, chance, oneOf, shuffled, wholeBetween } from './choose.ts';

export type Condition = 'clean' | 'scan' | 'photo' | 'hard';

const surfaces = ['wood', 'steel', 'dashboard', 'concrete', 'paint', 'seat', 'cardboard'] as const;

/** How one sheet is pictured: straight from the printer's file, on a scanner, by a phone, or by a phone in a bad moment. */
export function randomScene(condition: Condition, page: readonly [width: number, height: number], seed: number): Scene {
  const random = seededRandom(seed);
  if (condition === 'clean') {
    const [width, height] = [page[0] * 2, page[1] * 2];
    const quad: Quad = [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ];
    const scene = placeScene(
      { page, picture: [width, height], fill: 1 },
      { surface: 'scanner', seed, grain: 0, blur: 0.3, light: { falloff: 0 } },
    );
    return { ...scene, quad, quality: 88 };
  }
  if (condition === 'scan') {
    const width = wholeBetween(random, 1500, 2200);
    const fill = between(random, 0.82, 0.97);
    const height = Math.round((width * fill * page[1]) / page[0] + width * between(random, 0.03, 0.2));
    const scene = placeScene(
      { page, picture: [width, height], fill, tilt: between(random, -2.2, 2.2), at: [0.5, between(random, 0.49, 0.5)] },
      {
        surface: 'scanner',
        seed,
        grain: between(random, 6, 22),
        blur: between(random, 0.4, 0.9),
        light: { falloff: between(random, 0, 0.08) },
      },
    );
    return { ...scene, quality: wholeBetween(random, 55, 85), spoil: { isGrey: chance(random, 0.6) } };
  }
  return photograph(random, condition === 'hard', page, seed);
}

function photograph(random: SeededRandom, isHard: boolean, page: readonly [number, number], seed: number): Scene {
  const isWide = page[0] > page[1];
  const long = wholeBetween(random, 2500, 3100);
  const short = Math.round(long * 0.75);
  const picture: readonly [number, number] = isWide ? [long, short] : [short, long];
  const most = Math.min(0.9, (0.9 * picture[1] * page[0]) / (page[1] * picture[0]));
  const fill = between(random, isHard ? 0.66 : 0.78, 1) * most;
  const scene = placeScene(
    {
      page,
      picture,
      fill,
      tilt: between(random, -1, 1) * (isHard ? 9 : 4),
      keystone: between(random, 0, isHard ? 0.11 : 0.06),
      lean: between(random, 0, isHard ? 0.06 : 0.03),
      at: [between(random, 0.48, 0.52), between(random, 0.48, 0.52)],
    },
    {
      surface: oneOf(random, surfaces),
      seed,
      bend: between(random, 0, isHard ? 16 : 9),
      bendWaves: wholeBetween(random, 1, 2),
      folds: chance(random, 0.4) ? [between(random, 0.3, 0.7)] : [],
      blur: between(random, isHard ? 0.7 : 0.5, isHard ? 1.5 : 1),
      grain: between(random, 4, isHard ? 18 : 9),
      light: {
        angle: between(random, 0, 360),
        falloff: between(random, 0.05, isHard ? 0.45 : 0.25),
        tint: oneOf(random, [
          [1, 1, 1],
          [1, 0.97, 0.9],
          [0.94, 0.98, 1],
        ] as const),
        shadow:
          isHard || chance(random, 0.35)
            ? {
                at: between(random, 0, 1),
                width: between(random, 0.1, 0.5),
                soft: between(random, 0.02, 0.12),
                dark: between(random, 0.15, isHard ? 0.65 : 0.4),
                angle: between(random, 0, 360),
              }
            : null,
      },
    },
  );
  return { ...scene, quality: wholeBetween(random, 58, 80), ...(isHard ? { spoil: spoilAtRandom(random) } : {}) };
}

/** One or two accidents. */
function spoilAtRandom(random: SeededRandom): Spoil {
  const x = between(random, 0.1, 0.5);
  const accidents: Spoil[] = [
    {
      glare: {
        at: [between(random, 0.2, 0.8), between(random, 0.2, 0.8)],
        radius: between(random, 0.08, 0.22),
        strength: between(random, 0.3, 0.75),
      },
    },
    {
      thumb: {
        at: [between(random, 0.05, 0.12), between(random, 0.4, 0.8)],
        angle: between(random, 150, 210),
        width: between(random, 0.06, 0.1),
      },
    },
    { motion: { length: between(random, 3, 9), angle: between(random, 0, 180) } },
    { dim: between(random, 0.28, 0.6) },
    {
      sheet: [
        [x, 0.02],
        [0.99, 0.05],
        [0.97, 0.9],
        [x + 0.05, 0.96],
      ],
    },
  ];
  return Object.assign({}, ...shuffled(random, accidents).slice(0, wholeBetween(random, 1, 2)));
}

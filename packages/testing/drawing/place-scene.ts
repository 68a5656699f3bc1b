import type { Point, Quad, Scene } from './scene.ts';

type Placement = {
  /** Shape of the page: width and height in any unit. */
  page: readonly [width: number, height: number];
  /** Width and height of the picture in pixels. */
  picture: readonly [width: number, height: number];
  /** Width of the page on the picture, as a share of the picture's width. */
  fill: number;
  /** Turn of the page in degrees, clockwise. */
  tilt?: number;
  /** How much narrower the far (upper) edge looks, and how much shorter the right side, as shares. */
  keystone?: number;
  lean?: number;
  /** Where the middle of the page lies, as shares of the picture. */
  at?: Point;
};

type Look = Partial<Pick<Scene, 'bend' | 'bendWaves' | 'folds' | 'blur' | 'grain'>> & {
  surface: Scene['surface'];
  seed: number;
  light?: Partial<Scene['light']>;
};

/** A scene with everyday values for what is not said: flat paper, light from the upper left, a steady hand. */
export function placeScene(placement: Placement, look: Look): Scene {
  const [width, height] = placement.picture;
  return {
    width,
    height,
    quad: placeQuad(placement),
    surface: look.surface,
    bend: look.bend ?? 0,
    bendWaves: look.bendWaves ?? 1,
    folds: look.folds ?? [],
    light: { angle: 220, falloff: 0.12, tint: [1, 1, 1], shadow: null, ...look.light },
    blur: look.blur ?? 0.6,
    grain: look.grain ?? 5,
    seed: look.seed,
  };
}

function placeQuad({ page, picture, fill, tilt = 0, keystone = 0, lean = 0, at = [0.5, 0.5] }: Placement): Quad {
  const halfWidth = (picture[0] * fill) / 2;
  const halfHeight = (halfWidth * page[1]) / page[0];
  const radians = (tilt * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const corner = (sideX: number, sideY: number): Point => {
    const x = sideX * halfWidth * (sideY < 0 ? 1 - keystone : 1);
    const y = sideY * halfHeight * (sideX > 0 ? 1 - lean : 1);
    const round = (length: number) => Math.round(length * 10) / 10;
    return [round(picture[0] * at[0] + x * cos - y * sin), round(picture[1] * at[1] + x * sin + y * cos)];
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

import { findHomography, project } from './homography.ts';
import type { Point, Quad, Scene } from './scene.ts';

/** Where each point of a page comes to lie on the picture, back again, and how much light falls on it. */
export type PaperShape = {
  toPicture: (page: Point) => Point;
  toPage: (picture: Point) => Point;
  /** Brightness factor at a point of the page, from its waves and folds. */
  shade: (page: Point) => number;
};

/** A page of `width` × `height` pixels that lies in the scene, seen in perspective and slightly wavy. */
export function shapePaper(scene: Scene, width: number, height: number): PaperShape {
  const corners: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const forward = findHomography(corners, scene.quad);
  const back = findHomography(scene.quad, corners);
  const turn = (Math.PI * scene.bendWaves) / height;
  // The wave is zero at the top and bottom edge, so the corners stay where the scene wants them.
  const waveAt = (y: number, x: number) => scene.bend * Math.sin(turn * y) * (0.6 + (0.4 * x) / width);
  const folds = scene.folds.map((share) => share * height);

  return {
    toPicture: ([x, y]) => project(forward, [x + waveAt(y, x), y + 0.5 * waveAt(y, x)]),
    toPage: (picture) => {
      const [u, v] = project(back, picture);
      let x = u;
      let y = v;
      // The wave is shallow, so this converges to well under a pixel in three rounds.
      for (let round = 0; round < 3; round += 1) {
        const wave = waveAt(y, x);
        x = u - wave;
        y = v - 0.5 * wave;
      }
      return [x, y];
    },
    shade: ([, y]) => {
      const slope = scene.bend * turn * Math.cos(turn * y);
      const creases = folds.reduce((sum, fold) => {
        const distance = (y - fold) / height;
        const side = distance > 0 ? -0.05 : 0.03;
        return sum + side * Math.exp(-Math.abs(distance) * 18) - 0.1 * Math.exp(-((distance * 900) ** 2));
      }, 0);
      return 1 + slope * 2.2 + creases;
    },
  };
}

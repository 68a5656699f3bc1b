import type { GreyFrame } from '../outline/grey-frame.ts';

/** A photo that parts can be looked at of, without all of its pixels being copied. */
export interface PhotoPixels {
  width: number;
  height: number;
  /** The whole of it, its long side at most so many pixels. */
  shrink: (longSide: number) => GreyFrame;
  /** Squares of `side` pixels in the photo's own pixels, at these top left corners (pixels). */
  cut: (corners: readonly { left: number; top: number }[], side: number) => GreyFrame[];
}

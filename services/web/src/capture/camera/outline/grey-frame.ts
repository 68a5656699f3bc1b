/** A picture of one byte a pixel, 0 black to 255 white, row by row from the top left. */
export interface GreyFrame {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

/** A place in a picture as shares of its width and height, from the top left; outside of it below 0 or above 1. */
export interface Place {
  x: number;
  y: number;
}

/** Top left, top right, bottom right, bottom left as the picture is held. */
export type Corners = readonly [Place, Place, Place, Place];

/** A picture of one byte a pixel, 0 black to 255 white, row by row from the top left. */
export type GreyImage = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** A point in pixels; x to the right, y down. */
export type Point = { readonly x: number; readonly y: number };

/** Corners of a page in the order top left, top right, bottom right, bottom left as its text is read. */
export type Quad = readonly [Point, Point, Point, Point];

/** The four corners of a whole picture. */
export function wholeImage(image: GreyImage): Quad {
  const { width, height } = image;
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

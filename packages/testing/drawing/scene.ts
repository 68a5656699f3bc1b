export type Point = readonly [x: number, y: number];

/** Corners in the order top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** How a ticket is photographed. Lengths are pixels of the finished picture, angles degrees. */
export type Scene = {
  width: number;
  height: number;
  /** Where the corners of the page come to lie. */
  quad: Quad;
  surface: 'scanner' | 'wood' | 'steel' | 'dashboard' | 'concrete' | 'paint' | 'seat' | 'cardboard';
  /** Height of the paper's waves, in page pixels, and how many half waves run along the page. */
  bend: number;
  bendWaves: number;
  /** Folds across the page, as shares of its height. */
  folds: readonly number[];
  light: {
    /** Where the light comes from, and how much darker the far side is (0 to 1). */
    angle: number;
    falloff: number;
    /** Multiplies red, green and blue: the colour of the light. */
    tint: readonly [number, number, number];
    /** The soft shadow of somebody or something beside the table. */
    shadow: null | { at: number; width: number; soft: number; dark: number; angle: number };
  };
  blur: number;
  grain: number;
  seed: number;
  /** What else is wrong with the picture. */
  spoil?: Spoil;
  /** JPEG quality; where nothing is said, the best that keeps the file small. */
  quality?: number;
};

/** Accidents of a picture. Places are shares of its width and height. */
export type Spoil = {
  /** Another sheet under the page: its corners. */
  sheet?: Quad;
  /** A reflection that washes the print out. */
  glare?: { at: Point; radius: number; strength: number };
  /** A thumb that holds the page: where its tip lies, from which direction it comes (degrees), and its width. */
  thumb?: { at: Point; angle: number; width: number };
  /** A hand that moved: over how many pixels, and in which direction (degrees). */
  motion?: { length: number; angle: number };
  /** All light is multiplied by this. */
  dim?: number;
  isGrey?: boolean;
};

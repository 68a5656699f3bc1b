/** What of a HEIF file (ISO/IEC 23008-12) says which picture it holds; `items` in file order. */
export type HeifFile = {
  brands: string[];
  primaryId: number;
  items: Map<number, HeifItem>;
  references: HeifReference[];
  properties: HeifProperty[];
};

/** A coded picture, one that is put together from others, or metadata. */
export type HeifItem = {
  id: number;
  type: string;
  isHidden: boolean;
  isProtected: boolean;
  /** Where its bytes lie; undefined when the file doesn't say or says it in a way that no camera uses. */
  place: ItemPlace | undefined;
  properties: { index: number; isEssential: boolean }[];
};

/** Stretches of the file, in order; `isInMeta` when they lie in the box of small data (`idat`). */
export type ItemPlace = { isInMeta: boolean; extents: { start: number; end: number }[] };

export type HeifReference = { type: string; from: number; to: number[] };

export type HeifProperty = { type: string; body: Uint8Array };

/** Limits of one upload, checked on the phone and again on the server. */
export const uploadLimits = {
  imagesPerTicket: 20,
  bytesPerImage: 25 * 1024 * 1024,
  pixelsPerImage: 80_000_000,
  /** Both sides have to reach this, in pixels; nothing smaller holds a readable ticket. */
  smallestSide: 64,
} as const;

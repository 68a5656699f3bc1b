/** Tags of TIFF 6.0 and its supplements that are looked at here. */
export const tiffTag = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  jpegTables: 347,
  dngVersion: 50706,
  colorProfile: 34675,
} as const;

/**
 * Tags that are numbers and decide how the picture looks, with how many numbers they may have: sides, layout, compression, meaning
 * of the colours, resolution, orientation.
 */
export const pictureTags: Record<number, number> = {
  [tiffTag.width]: 1,
  [tiffTag.height]: 1,
  [tiffTag.bitsPerSample]: 8,
  [tiffTag.compression]: 1,
  [tiffTag.photometric]: 1,
  266: 1, // FillOrder
  [tiffTag.orientation]: 1,
  [tiffTag.samplesPerPixel]: 1,
  [tiffTag.rowsPerStrip]: 1,
  282: 1, // XResolution
  283: 1, // YResolution
  [tiffTag.planarConfiguration]: 1,
  292: 1, // T4Options
  293: 1, // T6Options
  296: 1, // ResolutionUnit
  317: 1, // Predictor
  320: 3 * 65_536, // ColorMap
  [tiffTag.tileWidth]: 1,
  [tiffTag.tileHeight]: 1,
  332: 1, // InkSet
  338: 8, // ExtraSamples
  339: 8, // SampleFormat
  529: 3, // YCbCrCoefficients
  530: 2, // YCbCrSubSampling
  531: 1, // YCbCrPositioning
  532: 8, // ReferenceBlackWhite
};

/** The blocks of metadata that every image format takes in its own wrapping; an empty profile is left out. */
export type PlantedMetadata = { exif: Buffer; xmp: Buffer; icc: Buffer; thumbnail: Buffer };

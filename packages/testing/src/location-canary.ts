/**
 * Coordinates that occur nowhere else in the project, so that finding them anywhere in stored bytes, logs or exports
 * proves that a photo's location got through.
 */
export type LocationCanary = {
  name: string;
  /** Degrees, north and east positive. */
  latitude: number;
  longitude: number;
  /** Degrees, minutes and hundred-thousandths of a second, as EXIF holds them (without the sign). */
  latitudeParts: readonly [degrees: number, minutes: number, seconds: number];
  longitudeParts: readonly [degrees: number, minutes: number, seconds: number];
  /** The name of the place, as IPTC and makers' notes hold it. */
  place: string;
};

/** Planted in the picture's own metadata. */
export const photoCanary: LocationCanary = {
  name: 'photo',
  latitude: 31.897531,
  longitude: -102.246813,
  latitudeParts: [31, 53, 5_111_160],
  longitudeParts: [102, 14, 4_852_680],
  place: 'Zyxwell Canary Flat',
};

/** Planted in the metadata of the thumbnail inside the metadata. */
export const thumbnailCanary: LocationCanary = {
  name: 'thumbnail',
  latitude: 29.136847,
  longitude: -98.753192,
  latitudeParts: [29, 8, 1_264_920],
  longitudeParts: [98, 45, 1_149_120],
  place: 'Qoxbury Canary Bend',
};

/** Latitude and longitude as decimal text: `31.897531, -102.246813`. */
export function decimalText(canary: LocationCanary): string {
  return `${canary.latitude.toFixed(6)}, ${canary.longitude.toFixed(6)}`;
}

/** A coordinate as XMP holds it, degrees and decimal minutes: `31,53.85186N`. */
export function xmpCoordinate(parts: LocationCanary['latitudeParts'], side: string): string {
  const [degrees, minutes, seconds] = parts;
  return `${degrees},${(minutes + seconds / 6_000_000).toFixed(5)}${side}`;
}

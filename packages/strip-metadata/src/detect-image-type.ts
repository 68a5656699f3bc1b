export type ImageMediaType = 'image/jpeg' | 'image/png' | 'image/webp';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegSignature = [0xff, 0xd8, 0xff];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** The media type that the first bytes tell, whatever the file is called; undefined when it is none that we take. */
export function detectImageType(bytes: Uint8Array): ImageMediaType | undefined {
  if (hasAt(bytes, 0, jpegSignature)) return 'image/jpeg';
  if (hasAt(bytes, 0, pngSignature)) return 'image/png';
  if (hasAt(bytes, 0, riff) && hasAt(bytes, 8, webp)) return 'image/webp';
  return undefined;
}

function hasAt(bytes: Uint8Array, offset: number, expected: number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}

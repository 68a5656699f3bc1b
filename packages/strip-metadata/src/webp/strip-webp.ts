import { collectBytes } from '../collect-bytes.ts';
import { rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { writeOrientation } from '../exif/orientation.ts';
import { nameBytes, uint32LittleEndianBytes } from '../write-integer.ts';
import { readWebpParts, type WebpParts, webpFlag } from './read-webp-parts.ts';

/**
 * A WebP of the same picture: picture and transparency copied, profile and orientation written anew, everything else
 * left out. The extended layout is used only where there is more than the picture.
 */
export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = readWebpParts(bytes);
  const profile = parts.colorProfile && rebuildColorProfile(parts.colorProfile);
  const { picture, alpha, orientation } = parts;
  const body = collectBytes(bytes.length + 64);
  body.add(nameBytes('WEBP'));
  if (profile || alpha || orientation !== 1) body.add(writeChunk('VP8X', writeCanvas(parts, profile !== undefined)));
  if (profile) body.add(writeChunk('ICCP', profile));
  if (alpha) body.add(writeChunk('ALPH', alpha));
  body.add(writeChunk(picture.type, picture.data));
  if (orientation !== 1) body.add(writeChunk('EXIF', writeOrientation(orientation)));
  return writeChunk('RIFF', body.toBytes());
}

function writeCanvas({ width, height, hasAlpha, orientation }: WebpParts, hasProfile: boolean): number[] {
  const flags =
    (hasProfile ? webpFlag.colorProfile : 0) |
    (hasAlpha ? webpFlag.alpha : 0) |
    (orientation !== 1 ? webpFlag.exif : 0);
  const sides = [width - 1, height - 1].flatMap((side) => uint32LittleEndianBytes(side).slice(0, 3));
  return [flags, 0, 0, 0, ...sides];
}

/** A RIFF chunk, padded to an even length with a byte that its length doesn't count. */
function writeChunk(type: string, data: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const chunk = collectBytes(8 + data.length + 1);
  chunk.add(nameBytes(type));
  chunk.add(uint32LittleEndianBytes(data.length));
  chunk.add(data);
  if (data.length % 2 === 1) chunk.add([0]);
  return chunk.toBytes();
}

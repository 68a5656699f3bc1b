import { longestColorProfile, rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { ImageFormatError } from '../image-format-error.ts';
import { nameBytes } from '../write-integer.ts';
import { inflateZlib } from '../zlib/inflate-zlib.ts';
import { storeZlib } from '../zlib/store-zlib.ts';
import { writePngChunk } from './write-png-chunk.ts';

const longestName = 79;

/**
 * The iCCP chunk for the profile in the data of another, under a neutral name and unpacked. Undefined when it is
 * broken, as decoders then show the picture without it.
 */
export function rebuildProfileChunk(data: Uint8Array): Uint8Array | undefined {
  const nameEnd = data.subarray(0, longestName + 1).indexOf(0);
  const packed = data.subarray(nameEnd + 2);
  if (nameEnd < 1 || data[nameEnd + 1] !== 0 || packed.length > longestColorProfile) return undefined;
  try {
    const profile = rebuildColorProfile(inflateZlib(packed, longestColorProfile));
    if (profile === undefined) return undefined;
    return writePngChunk('iCCP', nameBytes('ICC profile\0\0'), storeZlib(profile));
  } catch (error) {
    if (error instanceof ImageFormatError) return undefined;
    throw error;
  }
}

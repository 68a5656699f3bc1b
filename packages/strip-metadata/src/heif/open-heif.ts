import type { OpenedFile } from '../opened-file.ts';
import { readHeif } from './read-heif.ts';
import { readHeifSize } from './read-heif-size.ts';
import { selectPicture } from './select-picture.ts';
import { stripHeif } from './strip-heif.ts';

/** Opens a HEIC or AVIF, of which the main picture is the only page. */
export function openHeif(bytes: Uint8Array): OpenedFile {
  const file = readHeif(bytes);
  const picture = selectPicture(file);
  return {
    pages: 1,
    mediaType: picture.mediaType,
    readSize: () => readHeifSize(file),
    stripPage: () => stripHeif(bytes, file, picture),
  };
}

import { openPages } from '../image/open-pages.ts';
import { UnreadableImageError } from '../image/unreadable-image-error.ts';

/** How opening a damaged file ended: with its number of pages, or with a reason. Anything else is thrown on. */
export async function openDamaged(bytes: Uint8Array): Promise<string> {
  try {
    let pages = 0;
    for await (const page of openPages(bytes, 0))
      pages += page.data.length === page.width * page.height ? 1 : Number.NaN;
    if (Number.isNaN(pages)) throw new Error('A page has not as many pixels as its size says.');
    return pages === 1 ? 'opened' : 'opened, several pages';
  } catch (error) {
    if (error instanceof UnreadableImageError) return error.reason;
    throw error;
  }
}

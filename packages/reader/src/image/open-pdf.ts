import { PDFiumLibrary } from '@hyzyla/pdfium';
import { type DecodeLimits, DecodeRefusal, type OpenFile, type PixelKind } from './decoder.ts';

/** Fine enough for small print; larger pages, such as drawings, are rendered coarser. */
const dotsPerInch = 300;
const pointsPerInch = 72;
const mostPixels = 12_000_000;

/** Opens a PDF; its pages become what a printer would print, with the contents of form fields and signatures. */
export async function openPdf(bytes: Uint8Array, limits: DecodeLimits, pixels: PixelKind): Promise<OpenFile> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const isLocked = error instanceof Error && /password|security/i.test(error.message);
    throw new DecodeRefusal(isLocked ? 'file_locked' : 'image_damaged', error);
  });
  const pages = document.getPageCount();
  if (pages > limits.pages) throw new DecodeRefusal('too_many_pages');
  document.initializeFormFields();
  return {
    pages,
    async readPage(number) {
      const page = document.getPage(number);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const area = originalWidth * originalHeight;
      if (!(area > 0)) throw new DecodeRefusal('image_damaged');
      const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPixels / area));
      const { data, width, height } = await page.render({
        scale,
        // The package turns its "BGRA" into red first.
        colorSpace: pixels === 'grey' ? 'Gray' : 'BGRA',
        render: 'bitmap',
        renderFormFields: true,
      });
      return { data, width, height };
    },
    close: async () => {},
  };
}

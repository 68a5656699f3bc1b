import { type PageWord, quadOfArea } from '../text/page-word.ts';

/**
 * Words of a made-up page in type of 20 pixels height and 12 pixels width a letter. Each entry is a phrase and where
 * it begins; the boxes on the image are those on the page.
 */
export function madeUpWords(...phrases: [left: number, top: number, text: string, confidence?: number][]): PageWord[] {
  return phrases.flatMap(([left, top, text, confidence = 0.95], line) => {
    let at = left;
    return text.split(' ').map((word) => {
      const width = 12 * word.length;
      const area = { left: at, top, right: at + width, bottom: top + 20 };
      at += width + 12;
      const box = { page: 0, x: area.left, y: top, width, height: 20 };
      const quad = quadOfArea(area);
      return { ...area, text: word, confidence, characters: [], line, page: 0, quad, box };
    });
  });
}

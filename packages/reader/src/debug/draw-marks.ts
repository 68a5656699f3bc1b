import sharp from 'sharp';
import type { GreyImage, Point, Quad } from '../image/grey-image.ts';

/** An outline on a picture, in its pixels, with a few words at its upper left corner. */
export type Mark = { quad: Quad; colour: string; text?: string; width?: number; fill?: boolean };

const longestSide = 1600;

/** The picture, no larger than 1600 pixels, with its marks, as a JPEG. */
export async function drawMarks(picture: GreyImage, marks: readonly Mark[]): Promise<Buffer> {
  const factor = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  const drawn = marks.map((mark) => drawMark(mark, factor)).join('\n');
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn}</svg>`;
  const { data, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 1 },
  })
    .resize(width, height)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .composite([{ input: Buffer.from(overlay) }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

function drawMark({ quad, colour, text, width = 2, fill = false }: Mark, factor: number): string {
  const points = quad.map(({ x, y }: Point) => `${(x * factor).toFixed(1)},${(y * factor).toFixed(1)}`).join(' ');
  const shade = fill ? `fill="${colour}" fill-opacity="0.15"` : 'fill="none"';
  const outline = `<polygon points="${points}" ${shade} stroke="${colour}" stroke-width="${width}"/>`;
  if (text === undefined) return outline;
  const [x, y] = [quad[0].x * factor, Math.max(11, quad[0].y * factor - 3)];
  // a light rim keeps it legible on print
  return `${outline}<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="sans-serif" font-size="13" font-weight="bold" fill="${colour}"
stroke="#fff" stroke-width="3" paint-order="stroke">${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

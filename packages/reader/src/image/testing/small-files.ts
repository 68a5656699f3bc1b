import sharp, { type Sharp } from 'sharp';

/** A 60 × 40 picture, black in its upper left quarter, white elsewhere. */
export function cornerPicture(): Sharp {
  const dark = { create: { width: 30, height: 20, channels: 3 as const, background: '#000' } };
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } }).composite([
    { input: dark, left: 0, top: 0 },
  ]);
}

/** The same picture in each format that libvips writes. */
export async function cornerFiles(): Promise<Record<'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif', Buffer>> {
  const picture = await cornerPicture().png().toBuffer();
  return {
    jpeg: await sharp(picture).jpeg({ quality: 95 }).toBuffer(),
    png: picture,
    webp: await sharp(picture).webp({ lossless: true }).toBuffer(),
    gif: await sharp(picture).gif().toBuffer(),
    tiff: await sharp([picture, picture], { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer(),
    avif: await sharp(picture).avif({ lossless: true, effort: 0 }).toBuffer(),
  };
}

/** A PDF of so many pages of 60 × 40 points, each black in its upper left quarter; `lock` makes it ask for a password. */
export function drawPdf(pages: number, lock = false): Buffer {
  const drawing = '0 g 0 20 30 20 re f';
  const numbers = Array.from({ length: pages }, (_, i) => 4 + i);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 40] /Contents 3 0 R >>'),
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const key = '0123456789abcdef'.repeat(4);
  const locked = lock
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : '';
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  return Buffer.from(
    `${text}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${text.length}\n%%EOF`,
  );
}

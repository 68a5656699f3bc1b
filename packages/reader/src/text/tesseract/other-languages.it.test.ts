/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { afterEach, expect, test } from '@jest/globals';
import type { GreyImage } from '../../image/grey-image.ts';
import { openPages } from '../../image/open-pages.ts';
import { createTextEngine } from '../create-text-engine.ts';
import type { TextEngine } from '../text-engine.ts';

const opened: TextEngine[] = [];
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});

function open(language: string): TextEngine {
  const engine = createTextEngine({ language });
  opened.push(engine);
  return engine;
}

/** A page of a PDF with these lines in Helvetica of 16 points, which PDFium has of its own. */
async function printed(lines: readonly string[]): Promise<GreyImage> {
  const drawing = lines.map((line, i) => `BT /F1 16 Tf 40 ${220 - 30 * i} Td (${line}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 260] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  const file = Buffer.from(`%PDF-1.4\n${body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF`, 'latin1');
  for await (const page of openPages(file, 0)) return page;
  throw new Error('The PDF has no page.');
}

test('Spanish is read with its accents, and the reading says in which language', async () => {
  const engine = open('spa');
  const page = await printed(['Descripción: señalización de caña', 'El camión llegó al almacén', 'Número 48812']);
  const { words } = await engine.readPage(page);
  const texts = words.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['señalización', 'caña', 'camión', 'llegó', 'Número', '48812']));
  expect([engine.name, engine.version]).toEqual(['tesseract.js', '7.0.0 spa']);
});

test.each(['xyz', '../eng', ''])('a language without data (%j) is an error that says what to install', async (code) => {
  const page: GreyImage = { data: new Uint8Array(400 * 300).fill(255), width: 400, height: 300 };
  await expect(open(code).readPage(page)).rejects.toThrow(
    `There is no data for the language "${code}": install the package @tesseract.js-data/${code}.`,
  );
});

import { expect, test } from '@jest/globals';
import { cornerFiles, drawPdf } from '../image/testing/small-files.ts';
import { damageFile, seededNumbers } from './damage-file.ts';
import { openDamaged } from './open-damaged.ts';

const rasterVariants = 46;
const pdfVariants = 24;

test('300 damaged files all end as pixels or with a reason, and the process lives on', async () => {
  const files = [
    ...Object.entries(await cornerFiles()).map(([name, bytes]) => ({ name, bytes, variants: rasterVariants })),
    { name: 'pdf', bytes: drawPdf(2), variants: pdfVariants },
  ];
  const ends: string[] = [];
  for (const { name, bytes, variants } of files) {
    for (let seed = 0; seed < variants; seed++) {
      ends.push(`${name} ${await openDamaged(damageFile(bytes, seededNumbers(seed)))}`);
    }
  }
  expect(ends.length).toBe(300);
  // damage that nobody notices would prove nothing
  for (const { name } of files) expect(ends.filter((end) => end === `${name} image_damaged`).length).toBeGreaterThan(3);
});

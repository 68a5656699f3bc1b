import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { judgePhoto } from '../quality/judge-photo.ts';
import { measurePhoto } from '../quality/measure-photo.ts';
import { damagePhoto, damages } from './damage-photo.ts';
import { readPhotoPixels } from './read-photo-pixels.ts';
import { timeGateInBrowser } from './time-gate-in-browser.ts';

/**
 * How often the phone's quality gate is right: npm run bench:quality-gate -- <folder with labels.jsonl>
 *
 * Without a folder it is `TICKET_DATA`, else the sample tickets. A photo as it lies there counts as good, unless its label says
 * that it was shaken; spoiled on purpose in each of six ways it counts as bad.
 */
const samples = join(import.meta.dirname, '../../../../../../packages/testing/fixtures/tickets');
const asked = process.argv[2] ?? process.env.TICKET_DATA;
if (asked === undefined)
  console.log('No folder given and TICKET_DATA is not set: measured on the sample tickets alone.\n');
const folder = asked ?? samples;
if (!existsSync(join(folder, 'labels.jsonl'))) {
  console.error(`No labels.jsonl in ${folder}: nothing was measured.`);
  process.exit(1);
}

const labelSchema = z.object({
  image: z.string(),
  condition: z.string().default('sample'),
  width: z.number().optional(),
  quad: z.array(z.tuple([z.number(), z.number()])).optional(),
  scene: z.object({ motionBlur: z.number().optional() }).optional(),
});
const shakenFrom = 9;
const damagedHeading = 'spoiled:';

const rows = new Map<string, { photos: number; right: number; others: number }>();
const count = (row: string, isRight: boolean, hasOther: boolean) => {
  const { photos, right, others } = rows.get(row) ?? { photos: 0, right: 0, others: 0 };
  rows.set(row, { photos: photos + 1, right: right + Number(isRight), others: others + Number(hasOther) });
};
const expected = {
  outOfFocus: 'blurred',
  shaken: 'blurred',
  underexposed: 'dark',
  glare: 'glare',
  cutOff: 'cutOff',
  farAway: 'small',
} as const;

const lines = readFileSync(join(folder, 'labels.jsonl'), 'utf8').trim().split('\n');
for (const line of lines) {
  const { image, condition, scene, quad, width } = labelSchema.parse(JSON.parse(line));
  const photo = readFileSync(join(folder, image));
  const told = judgePhoto(measurePhoto(await readPhotoPixels(photo)));
  const isShaken = (scene?.motionBlur ?? 0) >= shakenFrom;
  if (isShaken)
    count(
      `${condition}, shaken by ${shakenFrom} pixels or more`,
      told.includes('blurred'),
      told.some((one) => one !== 'blurred'),
    );
  else count(condition, told.length === 0, false);
  if (told.length > 0 && !isShaken) console.log(`alarm: ${image} ${told.join(', ')}`);
  if (isShaken && !told.includes('blurred')) console.log(`missed: ${image} was shaken`);
  if (condition === 'hard') continue;
  for (const damage of damages) {
    const wanted = expected[damage];
    // Where nothing is to be seen beside the paper, nothing tells that it goes on.
    const isFilled =
      condition === 'scan' || condition === 'clean' || (quad ?? []).some(([x]) => x < 0.005 * (width ?? 0));
    if (damage === 'cutOff' && isFilled) continue;
    const judged = judgePhoto(measurePhoto(await readPhotoPixels(await damagePhoto(photo, damage))));
    count(
      `${damagedHeading} ${damage}`,
      judged.includes(wanted),
      judged.some((one) => one !== wanted),
    );
  }
}

console.log('\nphotos                                        number   right   also told something else');
for (const [row, { photos, right, others }] of rows) {
  const share = `${Math.round((100 * right) / photos)} %`;
  console.log(`${row.padEnd(46)}${String(photos).padStart(6)}${share.padStart(8)}${String(others).padStart(8)}`);
}
console.log('\n"right" is no alarm for a good photo, and the alarm meant for a spoiled one.');

const { megapixels, milliseconds, slowdown } = await timeGateInBrowser(readFileSync(join(samples, 'hot-shot-01.jpg')));
console.log(
  `\nChromium, processor slowed down ${slowdown} times, ${megapixels} megapixels: measured and judged in ${milliseconds
    .map((ms) => Math.round(ms))
    .join(', ')} ms (first to last of five in a row)`,
);

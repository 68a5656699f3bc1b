import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { callerPath } from '../caller-path.ts';
import { findPage } from '../image/find-page.ts';
import { type GreyImage, type Quad, wholeImage } from '../image/grey-image.ts';
import { openImage } from '../image/open-image.ts';
import { compareQuads, type QuadAgreement } from './compare-quads.ts';

const usage = 'Usage: bench:pages <folder with labels.jsonl>… [--only part-of-an-image-name] [--verbose]';

const pointSchema = z.tuple([z.number(), z.number()]).transform(([x, y]) => ({ x, y }));
const labelSchema = z.object({
  image: z.string(),
  condition: z.string().default('all'),
  quad: z.tuple([pointSchema, pointSchema, pointSchema, pointSchema]),
});
type Label = z.infer<typeof labelSchema>;

type Measured = QuadAgreement & { condition: string; found: boolean; seconds: number };

/** Where no page is found, the whole picture is read; that is what counts here, too. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const measured: Measured[] = [];
  for (const folder of positionals.map(callerPath)) {
    const lines = (await readFile(join(folder, 'labels.jsonl'), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
    const labels = lines.map((line) => labelSchema.parse(JSON.parse(line)));
    for (const label of labels.filter(({ image }) => image.includes(values.only))) {
      const result = measure(label, await openImage(await readFile(join(folder, label.image)), 0));
      measured.push(result);
      if (values.verbose) console.log(`${label.image.padEnd(32)}${columns([result])}`);
    }
  }
  console.log(`${''.padEnd(32)}images  found  corner error  median  worst  overlap ≥ 0.95  CPU s`);
  const conditions = [...new Set(measured.map(({ condition }) => condition))].sort();
  for (const condition of conditions) {
    console.log(`${condition.padEnd(32)}${columns(measured.filter((one) => one.condition === condition))}`);
  }
  console.log(`${'all'.padEnd(32)}${columns(measured)}`);
}

function measure({ condition, quad }: Label, photo: GreyImage): Measured {
  const begun = process.cpuUsage();
  const page: Quad | null = findPage(photo);
  const { user, system } = process.cpuUsage(begun);
  const agreement = compareQuads(quad, page ?? wholeImage(photo));
  return { ...agreement, condition, found: page !== null, seconds: (user + system) / 1e6 };
}

function columns(measured: readonly Measured[]): string {
  const count = measured.length;
  const mean = (of: (one: Measured) => number): number => measured.reduce((sum, one) => sum + of(one), 0) / count;
  const errors = measured.map(({ cornerError }) => cornerError).sort((a, b) => a - b);
  const cells: [text: string, width: number][] = [
    [String(count), 6],
    [mean(({ found }) => Number(found)).toFixed(2), 7],
    [mean(({ cornerError }) => cornerError).toFixed(4), 14],
    [(errors[Math.floor(count / 2)] ?? 0).toFixed(4), 8],
    [(errors.at(-1) ?? 0).toFixed(3), 7],
    [mean(({ overlap }) => Number(overlap >= 0.95)).toFixed(2), 16],
    [mean(({ seconds }) => seconds).toFixed(2), 7],
  ];
  return cells.map(([text, width]) => text.padStart(width)).join('');
}

await main();

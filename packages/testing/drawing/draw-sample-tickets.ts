import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/launch-browser.ts';
import { drawPage } from './draw-page.ts';
import { labelPhotograph } from './label-photograph.ts';
import { pageStyle } from './page-style.ts';
import { photographPage } from './photograph-page.ts';
import { sampleTickets } from './sample-tickets.ts';

/**
 * Draws every sample ticket and its labels anew:
 * `node packages/testing/drawing/draw-sample-tickets.ts [--out folder] [--only name]`.
 * With `--only`, labels.jsonl is left as it is.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
const folder = values.out ?? join(import.meta.dirname, '..', 'fixtures', 'tickets');
await mkdir(folder, { recursive: true });

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  const style = await pageStyle();
  const labels: string[] = [];
  for (const ticket of sampleTickets().filter(
    ({ name }) => values.only === undefined || name.startsWith(values.only),
  )) {
    const layout = await readFile(join(import.meta.dirname, 'layouts', `${ticket.template}.css`), 'utf8');
    const drawn = await drawPage(page, ticket, style + layout);
    const photograph = await photographPage(drawn, ticket.scene);
    await writeFile(join(folder, `${ticket.name}.jpg`), photograph.jpeg);
    labels.push(JSON.stringify(labelPhotograph(ticket, photograph, drawn.boxes)));
    console.log(`${ticket.name}.jpg  ${Math.round(photograph.jpeg.length / 1000)} kB, quality ${photograph.quality}`);
  }
  if (values.only === undefined) await writeFile(join(folder, 'labels.jsonl'), `${labels.join('\n')}\n`);
} finally {
  await browser.close();
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../src/launch-browser.ts';
import { drawPage } from './draw-page.ts';
import { labelPhotograph } from './label-photograph.ts';
import { fillTicket } from './layouts-at-random/fill-ticket.ts';
import { type LayoutPlan, planLayout } from './layouts-at-random/plan-layout.ts';
import { type Condition, randomScene } from './layouts-at-random/random-scene.ts';
import { measurePage } from './measure-page.ts';
import { pageStyle } from './page-style.ts';
import { photographPage } from './photograph-page.ts';
import type { TicketPage } from './ticket-page.ts';

/**
 * Draws labelled tickets of layouts that are composed at random; everything on them is invented. The same numbers draw the same tickets:
 * `npm run draw:tickets -- <folder> [--layouts 40] [--tickets 4] [--seed 1]`.
 */
const usage = 'Usage: draw:tickets <folder> [--layouts 40] [--tickets 4] [--seed 1]';

/** The pictures of a layout, over and over; each layout begins with the next one. */
const conditions: readonly Condition[] = ['clean', 'photo', 'scan', 'hard'];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      layouts: { type: 'string', default: '40' },
      tickets: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const [layouts, tickets, seed] = [Number(values.layouts), Number(values.tickets), Number(values.seed)];
  if (
    positionals[0] === undefined ||
    ![layouts, tickets, seed].every((number) => Number.isInteger(number) && number > 0)
  ) {
    throw new Error(usage);
  }
  // npm runs scripts in the project's folder, and says where it was called
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    const style = await pageStyle();
    const labels: string[] = [];
    for (let at = 0; at < layouts * tickets; at += 1) {
      const plan = planLayout(seed, Math.floor(at / tickets));
      const condition = conditions[(Math.floor(at / tickets) + (at % tickets)) % conditions.length] ?? 'clean';
      labels.push(JSON.stringify(await drawTicket(page, style, { plan, seed, at: at % tickets, condition }, folder)));
      console.log(`${at + 1} of ${layouts * tickets}`);
    }
    await writeFile(join(folder, 'labels.jsonl'), `${labels.join('\n')}\n`);
  } finally {
    await browser.close();
  }
}

async function drawTicket(
  page: Page,
  style: string,
  { plan, seed, at, condition }: { plan: LayoutPlan; seed: number; at: number; condition: Condition },
  folder: string,
): Promise<Record<string, unknown>> {
  const filled = fillTicket(plan, seed, at);
  const height = await measurePage(page, filled, style);
  const scene = randomScene(
    condition,
    [filled.width, height],
    seed * 1000 + at * 7 + plan.name.length + Number(plan.name.slice(-2)) * 131,
  );
  const ticket: TicketPage = { ...filled, height, condition, scene, name: `${plan.name}-${condition}-${at + 1}` };
  const drawn = await drawPage(page, ticket, style);
  const photograph = await photographPage(drawn, scene);
  await writeFile(join(folder, `${ticket.name}.jpg`), photograph.jpeg);
  return { ...labelPhotograph(ticket, photograph, drawn.boxes), split: `drawn-${seed}` };
}

await main();

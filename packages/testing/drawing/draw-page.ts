import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { DrawnPage } from './photograph-page.ts';
import type { TicketPage } from './ticket-page.ts';

/** Left, top, width, height in pixels of the drawn page. */
export type PageBox = readonly [x: number, y: number, width: number, height: number];

export type PageBoxes = { fields: Record<string, PageBox>; items: PageBox[] };

/** Device pixels per CSS pixel. */
const scale = 2;

/** Renders a ticket in the browser and measures where its values stand; `style` is what all or several tickets share. */
export async function drawPage(
  page: Page,
  ticket: Omit<TicketPage, 'scene' | 'condition'>,
  style: string,
): Promise<DrawnPage & { boxes: PageBoxes }> {
  await page.setViewportSize({ width: ticket.width, height: ticket.height });
  await page.setContent(`<!doctype html><style>${style}
#ticket { width: ${ticket.width}px; height: ${ticket.height}px; }
${ticket.style}</style><div id="ticket">${ticket.body}</div>`);
  await page.evaluate('document.fonts.ready');
  const boxes = await page.evaluate<PageBoxes>(measure);
  const screenshot = await page.screenshot({ omitBackground: true });
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, boxes: scaleBoxes(boxes) };
}

/** Runs in the page. What is much too wide for its slot is written smaller. Letters turned by hand stick out of their line, so a box is the union of everything inside. */
const measure = `(() => {
  for (const slot of document.querySelectorAll('.slot')) {
    const ratio = slot.clientWidth / slot.scrollWidth;
    if (ratio > 0.88) continue;
    for (const value of slot.querySelectorAll('.printed, .handwritten')) {
      value.style.fontSize = parseFloat(getComputedStyle(value).fontSize) * Math.max(0.6, ratio * 1.1) + 'px';
    }
  }
  const union = (elements) => {
    const rects = elements.flatMap((element) => {
      const letters = [...element.querySelectorAll('i')].filter((letter) => letter.textContent !== '');
      return (letters.length > 0 ? letters : [element]).map((part) => part.getBoundingClientRect());
    });
    const left = Math.min(...rects.map((r) => r.left)), top = Math.min(...rects.map((r) => r.top));
    const right = Math.max(...rects.map((r) => r.right)), bottom = Math.max(...rects.map((r) => r.bottom));
    return [left, top, right - left, bottom - top];
  };
  const fields = {};
  for (const element of document.querySelectorAll('[data-field]')) fields[element.dataset.field] = union([element]);
  const items = [];
  for (const element of document.querySelectorAll('[data-item]')) {
    (items[Number(element.dataset.item)] ??= []).push(element);
  }
  return { fields, items: items.map(union) };
})()`;

function scaleBoxes(boxes: PageBoxes): PageBoxes {
  const scaled = ([x, y, width, height]: PageBox): PageBox => [x * scale, y * scale, width * scale, height * scale];
  return {
    fields: Object.fromEntries(Object.entries(boxes.fields).map(([name, box]) => [name, scaled(box)])),
    items: boxes.items.map(scaled),
  };
}

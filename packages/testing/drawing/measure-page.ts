import type { Page } from 'playwright-core';
import type { TicketPage } from './ticket-page.ts';

/** Lays a ticket out and tells the height that it needs, in CSS pixels; at least its own. */
export async function measurePage(
  page: Page,
  { width, height, style, body }: Pick<TicketPage, 'width' | 'height' | 'style' | 'body'>,
  shared: string,
): Promise<number> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><style>${shared}#ticket { width: ${width}px; } ${style}</style>
<div id="ticket">${body}</div>`);
  await page.evaluate('document.fonts.ready');
  const needed = await page.evaluate<number>('document.querySelector("#ticket").scrollHeight');
  return Math.max(height, Math.ceil(needed));
}

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Fails, naming `what` is looked at, where the page keeps somebody out (WCAG 2.2 AA) or is wider than the screen. */
export async function expectUsable(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([what, serious.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])]).toEqual([what, []]);
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect([what, Math.max(0, wider)]).toEqual([what, 0]);
}

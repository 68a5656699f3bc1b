import { type RefObject, useEffect } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';

/** J and K walk through the listed tickets, / goes to the search. */
export function useListKeys(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        const links = Array.from(page.current?.querySelectorAll<HTMLElement>('[data-ticket-link]') ?? []);
        const at = links.findIndex((link) => link.matches(':focus'));
        // Arrow keys scroll the page until the walk has begun.
        if (at === -1 && event.key.startsWith('Arrow')) return;
        const target = links[at === -1 ? 0 : at + step];
        target?.focus();
        target?.scrollIntoView({ block: 'nearest' });
        event.preventDefault();
      } else if (event.key === '/') {
        page.current?.querySelector<HTMLElement>('[data-list-search] input, input[data-list-search]')?.focus();
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page]);
}

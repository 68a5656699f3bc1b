import { useEffect, useRef } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';

interface ReviewKeys {
  approve: () => void;
  start: () => void;
  next: () => void;
  previous: () => void;
  reject: () => void;
  unreadable: () => void;
  help: () => void;
}

/** The keys of the review page. Ctrl+Enter works everywhere, the single keys only while nothing is being typed. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { approve, start, next, previous, reject, unreadable, help } = latest.current;
      const inDialog = document.querySelector('[role="dialog"]') !== null;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !inDialog) {
        event.preventDefault();
        approve();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || inDialog || isTyping(event.target)) return;
      // Enter belongs to the button or link that has the focus.
      const onPage =
        event.target === document.body || (event.target instanceof HTMLElement && event.target.id === 'content');
      if (event.key === 'Enter' && !onPage) return;
      const act = {
        Enter: start,
        j: next,
        ArrowRight: next,
        k: previous,
        ArrowLeft: previous,
        r: reject,
        u: unreadable,
        '?': help,
      }[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

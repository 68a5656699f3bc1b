import { useEffect, useRef } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';

export interface ViewerControls {
  zoomIn: () => void;
  zoomOut: () => void;
  turn: () => void;
  fit: () => void;
}

/** Keys for the picture: + and − zoom, T turns, 0 shows the whole page. */
export function useViewerKeys(controls: ViewerControls): void {
  const latest = useRef(controls);
  latest.current = controls;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { zoomIn, zoomOut, turn, fit } = latest.current;
      const act = { '+': zoomIn, '=': zoomIn, '-': zoomOut, t: turn, '0': fit }[event.key];
      if (act === undefined) return;
      act();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

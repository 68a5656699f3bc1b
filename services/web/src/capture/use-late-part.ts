import { useEffect, useState } from 'react';

const calmMs = 4_000;

export type LatePart<Part> = {
  /** null as long as it is not here. */
  part: Part | null;
  failed: boolean;
  /** Begins the page anew at its address: a browser does not fetch a file again that it once missed on a page. What is kept stays kept. */
  tryAgain: () => void;
};

/**
 * A part of the page that is not needed for the first tap: asked for when it is wanted, or a while after the start. Without signal it may
 * be missing, until the service worker has it. `load` has to stay the same function.
 */
export function useLatePart<Part extends object>(load: () => Promise<Part>, wanted: boolean): LatePart<Part> {
  const [part, setPart] = useState<Part | null>(null);
  const [failed, setFailed] = useState(false);
  const missing = part === null;
  useEffect(() => {
    if (!missing || failed) return;
    const timer = setTimeout(() => void load().then(setPart, () => setFailed(true)), wanted ? 0 : calmMs);
    return () => clearTimeout(timer);
  }, [load, missing, failed, wanted]);
  return { part, failed, tryAgain: () => window.location.reload() };
}

import type { Logger } from 'pino';

const atMostEveryMs = 60_000;

/**
 * Logs broken connections without drowning the rest: each kind at once and then once a minute, with how often it came
 * meanwhile. An outage makes several such errors a second.
 */
export function tellBreaks(
  log: Pick<Logger, 'warn'>,
  details: object,
  sentence: string,
  now: () => number = Date.now,
): (error: Error) => void {
  const told = new Map<string, { at: number; since: number }>();
  return (error) => {
    const code = 'code' in error ? error.code : undefined;
    const reason = error.message || error.name;
    const kind = code === undefined ? reason : String(code);
    const last = told.get(kind);
    if (last !== undefined && now() - last.at < atMostEveryMs) {
      last.since += 1;
      return;
    }
    // Reasons may name jobs; the list must not grow for ever.
    if (told.size >= 100) told.clear();
    told.set(kind, { at: now(), since: 0 });
    log.warn({ ...details, code, reason, ...(last?.since ? { repeated: last.since } : {}) }, sentence);
  };
}

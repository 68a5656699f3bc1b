/** Signals closer together than this are one: npm passes Ctrl-C on to a process that had it from the terminal already. */
const oneKeyPressMs = 700;

/**
 * Fires when the start should end: Ctrl-C, a signal to end, or the process that started this one is gone. Ctrl-C once
 * more ends at once, and leaves the parts to end by themselves.
 */
export function catchStop(): AbortSignal {
  const stop = new AbortController();
  let firstAt = 0;
  const ask = () => {
    if (stop.signal.aborted && Date.now() - firstAt > oneKeyPressMs) process.exit(130);
    if (stop.signal.aborted) return;
    firstAt = Date.now();
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  process.once('disconnect', () => stop.abort());
  // Only the parts keep this process running.
  process.channel?.unref();
  return stop.signal;
}

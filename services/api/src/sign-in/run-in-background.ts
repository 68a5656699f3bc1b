export type Background = {
  /** Starts work that no answer waits for; what it throws is told to `onError`. */
  run: (work: () => Promise<unknown>) => void;
  /** Until everything that was started has ended. */
  settled: () => Promise<void>;
};

/** Work that goes on after the answer: so that the answer takes as long whether or not there is any, and can't fail by it. */
export function runInBackground(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<unknown>>();
  return {
    run: (work) => {
      const promise = Promise.resolve().then(work).catch(onError);
      running.add(promise);
      void promise.finally(() => running.delete(promise));
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

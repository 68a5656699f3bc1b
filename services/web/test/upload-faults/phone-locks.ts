import type { PhoneLocks } from '../../src/capture/outbox/phone-parts.ts';

type Waiting = { owner: object; start: () => void };

/** The Web Locks of one phone's browser: a tab that dies gives back what it holds, and waits for nothing more. */
export function makePhoneLocks() {
  let holder: { owner: object } | null = null;
  let queue: Waiting[] = [];
  const next = () => {
    if (holder !== null) return;
    const [first, ...rest] = queue;
    queue = rest;
    first?.start();
  };
  const locksOf = (owner: object): PhoneLocks => ({
    request: (_name, { ifAvailable = false }, run) =>
      new Promise((resolve, reject) => {
        const start = () => {
          const held = { owner };
          holder = held;
          void run({})
            .then(resolve, reject)
            .finally(() => {
              if (holder !== held) return;
              holder = null;
              next();
            });
        };
        if (holder === null) start();
        else if (ifAvailable) run(null).then(resolve, reject);
        else queue.push({ owner, start });
      }),
  });
  const release = (owner: object) => {
    queue = queue.filter((waiting) => waiting.owner !== owner);
    if (holder?.owner !== owner) return;
    holder = null;
    next();
  };
  return { locksOf, release };
}

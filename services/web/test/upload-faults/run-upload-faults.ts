import { setTimeout as wait } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { Client } from 'pg';
import { checkOutcome, type Outcome } from './check-outcome.ts';
import { makePhotoDrawer } from './draw-photos.ts';
import { type Counts, count, newCounts } from './fault-counts.ts';
import type { Phone } from './open-tab.ts';
import { makePhoneLocks } from './phone-locks.ts';
import { seedRandom } from './seeded-random.ts';
import { startFaultProxy } from './start-fault-proxy.ts';
import { type Stack, startStack } from './start-stack.ts';
import { type StoredOnPhone, usePhone } from './use-phone.ts';

export type FaultRun = {
  /** Photos, in tickets of one to three. */
  uploads: number;
  /** Bytes of the largest photo. */
  largest: number;
  phones: number;
  seed: number;
  /** How likely each request meets a fault, and whether tabs and the stack fail at all: 0 is a quiet day. */
  faults: number;
  /** What is not stored by then has failed. */
  longestMs: number;
  /** How many tickets are stored between two faults of the stack itself: by work done, not by time, so that a slow machine gets there. */
  calmTickets: number;
  tell: (progress: string) => void;
};

export type FaultReport = Outcome & { counts: Counts; tries: number; ms: number; tickets: number };

/**
 * Photographs so many photos on simulated phones that run the real outbox, against the real stack, while connections, tabs, API processes,
 * the object store and Postgres fail; then compares. What went wrong is in `problems`, with phone and upload.
 */
export async function runUploadFaults(run: FaultRun): Promise<FaultReport> {
  const counts = newCounts();
  const draw = await makePhotoDrawer(run.largest);
  const stack = await startStack({ apis: 2, members: run.phones });
  try {
    const proxy = await startFaultProxy({ seed: run.seed, likelihood: run.faults, ports: stack.ports, counts });
    const startedAt = Date.now();
    const mostMs = startedAt + run.longestMs;
    const stored = new Map<number, number>();
    let left = run.uploads;
    let failure: unknown;
    const ticketsStored = () => [...stored.values()].reduce((sum, one) => sum + one, 0);
    const isOver = () => Date.now() > mostMs || failure !== undefined;
    const use = async (index: number): Promise<StoredOnPhone[]> => {
      const random = seedRandom(run.seed, `phone ${index}`);
      const phone: Phone = {
        ...(await stack.signIn(index)),
        index,
        proxyUrl: proxy.url,
        random,
        database: new IDBFactory(),
        locks: makePhoneLocks(),
        tabs: new Set(),
        awake: new Set(),
        isOnline: true,
        isMortal: run.faults > 0,
        counts,
      };
      const mine = Math.floor(run.uploads / run.phones) + (index < run.uploads % run.phones ? 1 : 0);
      let toTake = mine;
      return usePhone(phone, {
        nextTicket: () => {
          if (toTake === 0) return null;
          const pages = Math.min(toTake, random.happens(0.85) ? 1 : random.between(2, 3));
          toTake -= pages;
          left -= pages;
          return { photos: Array.from({ length: pages }, () => draw(random)) };
        },
        onStored: (tickets) => stored.set(index, tickets),
        isOver,
      }).catch((error: unknown) => {
        failure ??= error;
        return [];
      });
    };
    const phones = Promise.all(Array.from({ length: run.phones }, (_, index) => use(index)));
    const harm = run.faults > 0 ? harmStack(stack, run, { counts, ticketsStored }) : { stop: async () => {} };
    const telling = setInterval(() => {
      run.tell(
        `${ticketsStored()} tickets stored, ${left} photos to take, ${Math.round((Date.now() - startedAt) / 1000)} s`,
      );
    }, 10_000);
    const onPhones = (await phones).flat();
    clearInterval(telling);
    await harm.stop();
    const ms = Date.now() - startedAt;
    proxy.calm();
    // What was held back or repeated arrives, and changes nothing.
    await wait(2_000);
    await proxy.close();
    await sweepAsLater(stack);
    const outcome = await checkOutcome({
      stored: onPhones,
      photographed: run.uploads,
      databaseUrl: stack.databaseUrl(),
      storageFolder: stack.storageFolder,
    });
    outcome.problems.unshift(...stack.crashes);
    if (failure !== undefined) outcome.problems.unshift(String(failure));
    if (Date.now() > mostMs) outcome.problems.unshift(`not done after ${run.longestMs / 1000} s`);
    const tries = onPhones.reduce((sum, { ticket }) => sum + ticket.attempts, 0);
    return { ...outcome, counts, tries, ms, tickets: onPhones.length };
  } finally {
    await stack.stop();
  }
}

type Watched = { counts: Counts; ticketsStored: () => number };

/** Kills, refuses and restarts in turns until it is stopped, and leaves everything running. */
function harmStack(stack: Stack, { seed, calmTickets }: FaultRun, { counts, ticketsStored }: Watched) {
  const random = seedRandom(seed, 'stack');
  const killAll = () => Promise.all(stack.ports.map((_, index) => stack.killApi(index)));
  const harms: [string, () => Promise<unknown>][] = [
    ['API process killed', () => stack.killApi(random.between(0, stack.ports.length - 1))],
    ['storage refuses', () => stack.refuseStorage(random.between(200, 2_000))],
    ['both API processes killed', killAll],
    ['Postgres restarted', () => stack.restartPostgres()],
  ];
  let isStopping = false;
  const turns = (async () => {
    for (let turn = 0; !isStopping; ) {
      await wait(50);
      if (ticketsStored() < (turn + 1) * calmTickets) continue;
      const [what, harm] = harms[turn % harms.length] ?? [];
      if (what === undefined || harm === undefined) return;
      count(counts.faults, what);
      await harm();
      turn += 1;
    }
  })();
  return {
    stop: async () => {
      isStopping = true;
      await turns;
    },
  };
}

async function sweepAsLater(stack: Stack): Promise<void> {
  const rows = new Client({ connectionString: stack.databaseUrl() });
  await rows.connect();
  await rows.query(`update staged_pieces set created_at = created_at - interval '2 hours'`);
  await rows.end();
  await stack.sweep();
}

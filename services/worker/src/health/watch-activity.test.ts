import { expect, test } from '@jest/globals';
import type { ConsumerActivity } from '@ticket-pros/queue/start-consumer';
import { watchActivity } from './watch-activity.ts';

/** A consumer of one hand and a queue, both as the test sets them. */
function watchOne() {
  const idle: ConsumerActivity = { running: 0, oldestStartedAt: null, lastTakenAt: null };
  const state = { waiting: 0, activity: idle };
  const watch = watchActivity({ countWaiting: async () => state.waiting }, [
    { name: 'read-ticket', consumer: { activity: () => state.activity }, concurrency: 1, longestJobMs: 100_000 },
  ]);
  watch.stop();
  return { state, watch };
}

test('jobs that wait beside a free hand are told after half a minute, and no longer once one is taken', async () => {
  const { state, watch } = watchOne();
  state.waiting = 2;
  await watch.look(1_000);
  expect(watch.problems(20_000)).toEqual([]);
  await watch.look(40_000);
  expect(watch.problems(40_000)).toEqual(['jobs of "read-ticket" wait and none is taken']);
  state.activity = { running: 1, oldestStartedAt: 41_000, lastTakenAt: 41_000 };
  expect(watch.problems(41_500)).toEqual([]);
});

test('jobs that wait because the hand is full are no problem, however long', async () => {
  const { state, watch } = watchOne();
  state.waiting = 500;
  state.activity = { running: 1, oldestStartedAt: 1_000, lastTakenAt: 1_000 };
  await watch.look(1_000);
  await watch.look(90_000);
  expect(watch.problems(90_000)).toEqual([]);
});

test('a job that does not end is told', async () => {
  const { state, watch } = watchOne();
  state.activity = { running: 1, oldestStartedAt: 1_000, lastTakenAt: 1_000 };
  expect(watch.problems(101_000)).toEqual([]);
  expect(watch.problems(101_001)).toEqual(['a job of "read-ticket" does not end']);
});

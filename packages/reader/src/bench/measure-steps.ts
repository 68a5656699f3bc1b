import type { ReadingStep, ReadingTrace } from '../reading-trace.ts';

/** CPU seconds of this process by step of reading; what an engine does in other processes or threads of its own counts, too. */
export type StepSeconds = Map<ReadingStep, number>;

/** Adds up what each step takes, over as many readings as it is told of. */
export function measureSteps(seconds: StepSeconds): Required<Pick<ReadingTrace, 'step'>> {
  let running: ReadingStep | null = null;
  let since = process.cpuUsage();
  return {
    step(next) {
      const { user, system } = process.cpuUsage(since);
      if (running !== null) seconds.set(running, (seconds.get(running) ?? 0) + (user + system) / 1e6);
      running = next;
      since = process.cpuUsage();
    },
  };
}

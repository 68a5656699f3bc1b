import { runProcess } from '../process/run-process.ts';
import { type StaticCheck, staticChecks } from './static-checks.ts';

export type CheckResult = { name: string; passed: boolean; seconds: number; output: string };

const atOnce = 2;
const limitMs = 180_000;

/** Runs all static checks, two at a time, and tells each as it ends. No more are started once `stop` has fired. */
export async function runStaticChecks(
  stop: AbortSignal,
  onResult: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const waiting = [...staticChecks];
  const results: CheckResult[] = [];
  const runOneAfterAnother = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined && !stop.aborted; check = waiting.shift()) {
      const result = await runCheck(check, stop);
      if (stop.aborted) return;
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runOneAfterAnother));
  return results;
}

async function runCheck({ name, args }: StaticCheck, stop: AbortSignal): Promise<CheckResult> {
  const started = performance.now();
  const limit = AbortSignal.timeout(limitMs);
  const { code, output } = await runProcess({ args, signal: AbortSignal.any([stop, limit]) });
  const words = limit.aborted ? `${output}\nNot done after ${limitMs / 60_000} minutes, and ended.` : output;
  return { name, passed: code === 0, seconds: (performance.now() - started) / 1000, output: words };
}

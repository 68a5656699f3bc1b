import type { Logger } from 'pino';

/**
 * Longer than the time that running jobs are given to finish, shorter than what supervisors wait before they kill.
 */
const patienceMs = 15_000;

/**
 * Closes once on SIGTERM, SIGINT, or when the process that started this one is gone; ends the process after 15
 * seconds at the latest.
 */
export function closeOnSignal(log: Logger, close: () => Promise<void>): void {
  let isClosing = false;
  const begin = (reason: string) => {
    if (isClosing) return;
    isClosing = true;
    log.info({ reason }, 'closing');
    setTimeout(() => {
      log.error('closing took too long; what was under way is done again after the next start');
      process.exit(1);
    }, patienceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  process.on('disconnect', () => begin('parent gone'));
}

import type { Logger } from 'pino';

const patienceMs = 15_000;

/** Closes in order on SIGTERM, SIGINT, or when the parent process that started this one is gone; at the latest after 15 seconds. */
export function closeOnSignal(logger: Logger, close: () => Promise<void>): void {
  let closing = false;
  const begin = (reason: string) => {
    if (closing) return;
    closing = true;
    logger.info({ reason }, 'closing');
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  process.on('disconnect', () => begin('parent gone'));
}

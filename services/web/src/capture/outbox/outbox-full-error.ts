/** The phone has no space left for what was to be kept; whoever asked still has it. */
export class OutboxFullError extends Error {
  constructor(cause: unknown) {
    super('The phone has no space left.', { cause });
    this.name = 'OutboxFullError';
  }
}

/** Whether a browser refused to keep something for want of space, by whichever of its names. */
export function isFull(error: unknown): boolean {
  if (error instanceof OutboxFullError) return true;
  return (
    error instanceof DOMException &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_FILE_NO_DEVICE_SPACE')
  );
}

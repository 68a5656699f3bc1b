const codes = new Set(
  (
    'ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN ETIMEDOUT EPIPE EHOSTUNREACH ENETUNREACH ' +
    'EIO ENOSPC EROFS EDQUOT EMFILE ENFILE 57P01 57P02 57P03'
  ).split(' '),
);
const names = new Set(['TimeoutError', 'RequestTimeout', 'SlowDown']);

/** Whether storage or database could not be reached or used: an error that says nothing about the ticket. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Object)) return false;
  if ('code' in error && typeof error.code === 'string' && (codes.has(error.code) || /^(08|53)...$/.test(error.code))) {
    return true;
  }
  if ('name' in error && typeof error.name === 'string' && names.has(error.name)) return true;
  const answer = '$metadata' in error && error.$metadata instanceof Object ? error.$metadata : {};
  if ('httpStatusCode' in answer && Number(answer.httpStatusCode) >= 500) return true;
  if ('message' in error && /^Connection terminated|timeout exceeded when trying/.test(String(error.message)))
    return true;
  return 'cause' in error && isOutage(error.cause);
}

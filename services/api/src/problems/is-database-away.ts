/** Connection errors of Node, as the driver passes them on. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * Postgres error codes (appendix A of its manual): connection exceptions (class 08), too many
 * connections, shut down or starting, and limits that ran out: of a statement, a lock or a transaction.
 */
const postgresCode = /^(08...|53300|57P0[1235]|57014|55P03|25P0[34])$/;

/** What pg and its pool say of connections, which carries no code. */
const sentences = new Set([
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
]);

/** Whether an error of a query means that the database is away or did not answer in time. */
export function isDatabaseAway(error: object): boolean {
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return networkCodes.has(code) || postgresCode.test(code);
  return 'message' in error && typeof error.message === 'string' && sentences.has(error.message);
}

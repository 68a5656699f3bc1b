import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * A service's log: one JSON line for each thing that happened. Of an error it keeps kind, code, sentence and stack and
 * nothing else, because database errors carry the values of the row they complain about.
 */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = { name, level, serializers: { err: describeError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function describeError(error: unknown) {
  if (!(error instanceof Object) || !('message' in error)) return { message: String(error) };
  return {
    type: 'name' in error ? error.name : undefined,
    code: 'code' in error ? error.code : undefined,
    message: error.message,
    stack: 'stack' in error ? error.stack : undefined,
  };
}

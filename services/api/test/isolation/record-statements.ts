import { Client } from 'pg';

/**
 * Records the text of every statement that this process sends to Postgres for requests (not the queue's, nor signs of life). Two answers
 * that took the same statements took the same kind of time, whatever else the machine does.
 */
export function recordStatements(): { take: () => string[]; stop: () => void } {
  let statements: string[] = [];
  const { query } = Client.prototype;
  const recording = function (this: Client, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : textOf(first);
    if (this.user?.startsWith('ticket_pros_') === true && this.user !== 'ticket_pros_queue' && text !== 'select 1') {
      statements.push(text);
    }
    return Reflect.apply(query, this, given);
  };
  Reflect.set(Client.prototype, 'query', recording);
  return {
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    stop: () => Reflect.set(Client.prototype, 'query', query),
  };
}

function textOf(given: unknown): string {
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string'
    ? given.text
    : '';
}

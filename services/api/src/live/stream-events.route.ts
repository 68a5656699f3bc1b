import { withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import type { Api, ApiParts } from '../api-parts.ts';
import { findMember, type SignedInMember } from '../sign-in/find-member.ts';

const gatherMs = 150;
const heartbeatMs = 20_000;
/** A stream ends after this time and the browser opens it again, so that a session that ended stops hearing. */
const longestStreamMs = 10 * 60_000;

/** GET /v1/events: the ids of tickets that changed, as server-sent events, each checked against the member's scope before it leaves. */
export function streamEvents(app: Api, parts: ApiParts): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get('/v1/events', { schema: { tags: ['Live'], summary: 'Changes as they happen' } }, async (request, reply) => {
    const member = await findMember(request, parts);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const write = (event: string, data: object) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

    const changed = new Set<string>();
    let gathering: NodeJS.Timeout | undefined;
    const flush = async () => {
      gathering = undefined;
      const ids = [...changed];
      changed.clear();
      try {
        for (const ticketId of await onlyVisible(parts, member, ids)) write('ticket', { ticketId });
      } catch (error) {
        request.log.warn({ err: error }, 'could not check changes for a member');
        // The browser asks for everything again when it hears hello.
        write('hello', {});
      }
    };
    const leave = parts.changes.follow({
      onChange: ({ accountId, ticketId }) => {
        if (accountId !== member.scope.accountId) return;
        changed.add(ticketId);
        gathering ??= setTimeout(() => void flush(), gatherMs);
      },
      onGap: () => write('hello', {}),
    });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
    const end = () => raw.end();
    const limit = setTimeout(end, longestStreamMs);
    open.add(end);
    raw.once('close', () => {
      open.delete(end);
      leave();
      clearInterval(heartbeat);
      clearTimeout(limit);
      clearTimeout(gathering);
    });
    write('hello', {});
  });
}

async function onlyVisible({ db }: ApiParts, { scope }: SignedInMember, ids: string[]): Promise<string[]> {
  const rows = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('tickets')
      .select('tickets.id')
      .where((query) => visibleTickets(scope)(query))
      .where('tickets.id', 'in', ids)
      .where('tickets.state', 'not in', ['uploading', 'deleted'])
      .execute(),
  );
  return rows.map((row) => row.id);
}

import { withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import type { Asker } from '../access/asker.ts';
import { findAsker } from '../access/find-asker.ts';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { limitStreams } from './limit-streams.ts';

const access = { who: 'members', key: 'tickets.read' } as const;
const gatherMs = 150;
const mostStreams = 8;

type Timing = {
  /** Milliseconds between two signs of life. */
  heartbeatMs: number;
  /** A stream ends after so many milliseconds and the browser opens it again, so that an ended session stops hearing. */
  longestStreamMs: number;
};
const usualTiming: Timing = { heartbeatMs: 20_000, longestStreamMs: 10 * 60_000 };

/**
 * GET /v1/events: the ids of tickets that changed, as server-sent events, each checked against the member's scope
 * before it leaves. A member has at most eight streams open; the oldest ends for a ninth.
 */
export function streamEvents(app: Api, parts: ApiParts, { heartbeatMs, longestStreamMs }: Timing = usualTiming): void {
  const streams = limitStreams(mostStreams);
  app.addHook('preClose', async () => streams.endAll());
  app.get(
    '/v1/events',
    {
      config: { access },
      schema: { tags: ['Live'], summary: 'Changes as they happen' },
    },
    async (request, reply) => {
      const member = askerOf(request);
      reply.hijack();
      const { raw } = reply;
      // Gone while we looked: its 'close' is over, nothing would ever take the follower back.
      if (raw.destroyed || request.socket.destroyed) return;
      raw.on('error', (error) => {
        request.log.info({ err: error }, 'a stream of changes broke');
        leaveAll();
      });
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const send = (text: string) => {
        if (!raw.writableEnded && !raw.destroyed) raw.write(text);
      };
      const write = (event: string, data: object) => send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

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
      const unfollow = parts.changes.follow({
        onChange: ({ accountId, ticketId }) => {
          if (accountId !== member.scope.accountId) return;
          changed.add(ticketId);
          gathering ??= setTimeout(() => void flush(), gatherMs);
        },
        onMemberChange: ({ accountId, memberId }) => {
          if (accountId !== member.scope.accountId) return;
          // Who it is, or sees, may be another matter now: the browser opens the stream again, if it may.
          if (memberId === member.scope.memberId || memberId === member.scope.actorId) end();
        },
        onGap: () => write('hello', {}),
      });
      const leaveAll = () => {
        unfollow();
        forget();
        clearInterval(heartbeat);
        clearTimeout(limit);
        clearTimeout(gathering);
      };
      const end = () => {
        leaveAll();
        raw.end();
      };
      const heartbeat = setInterval(() => {
        send(': still here\n\n');
        // A session or a key that was ended meanwhile hears nothing more.
        findAsker(request, reply, parts, access).catch(end);
      }, heartbeatMs);
      const limit = setTimeout(end, longestStreamMs);
      const forget = streams.open(member.scope.memberId, () => {
        // Nine open tabs take turns by the minute, not by the second.
        send(`retry: ${60_000}\n\n`);
        end();
      });
      raw.once('close', leaveAll);
      write('hello', {});
    },
  );
}

async function onlyVisible({ db }: ApiParts, { scope }: Asker, ids: string[]): Promise<string[]> {
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

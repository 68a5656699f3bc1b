import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { Client } from 'pg';
import { z } from 'zod';

const ticketChangeSchema = z.object({ accountId: z.uuid(), ticketId: z.uuid() });
export type TicketChange = z.infer<typeof ticketChangeSchema>;
const memberChangeSchema = z.object({ accountId: z.uuid(), memberId: z.uuid() });
export type MemberChange = z.infer<typeof memberChangeSchema>;

/** Told of each change of any account; `onGap` says that changes may have been missed. */
export type ChangeFollower = {
  onChange: (change: TicketChange) => void;
  /** Role, visibility or place of a member changed, or it was deactivated. */
  onMemberChange: (change: MemberChange) => void;
  onGap: () => void;
};

export type LiveChanges = {
  /** Adds a follower; call the answer to leave. */
  follow: (follower: ChangeFollower) => () => void;
  close: () => Promise<void>;
};

type Timing = {
  /** Milliseconds between two questions whether the connection still answers. */
  checkMs: number;
  /** Milliseconds that connecting, or an answer, may take. */
  patienceMs: number;
};

const retryMs = 1_000;
const goodbyeMs = 1_000;
const usualTiming: Timing = { checkMs: 15_000, patienceMs: 10_000 };

/**
 * Listens on one dedicated connection for the ids that Postgres announces when tickets change, and hands them to the
 * followers in this process. When the connection breaks, or no longer answers, it connects again and tells everybody
 * that there was a gap.
 */
export function followChanges(
  url: string,
  log: FastifyBaseLogger,
  { checkMs, patienceMs }: Timing = usualTiming,
): LiveChanges {
  const followers = new Set<ChangeFollower>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new Client({
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    client = next;
    let lost = false;
    const reconnect = (error?: unknown) => {
      if (lost || closed) return;
      lost = true;
      clearTimeout(timer);
      log.warn({ err: error }, 'lost the connection that listens for changes; connecting again');
      next.end().catch(() => {});
      timer = setTimeout(() => void connect(), retryMs);
    };
    // A connection that only listens never writes, so that it would not notice that the other side is gone.
    const checkLater = () => {
      if (lost || closed) return;
      timer = setTimeout(() => void next.query('select 1').then(checkLater, reconnect), checkMs);
    };
    next.on('error', reconnect);
    next.on('end', () => reconnect());
    next.on('notification', ({ channel, payload }) => {
      const ticket = channel === 'ticket_changed' ? readPayload(ticketChangeSchema, payload) : undefined;
      const member = channel === 'member_changed' ? readPayload(memberChangeSchema, payload) : undefined;
      for (const follower of followers) {
        if (ticket !== undefined) follower.onChange(ticket);
        if (member !== undefined) follower.onMemberChange(member);
      }
      if (ticket === undefined && member === undefined) log.warn('heard of a change in a form that is not known');
    });
    try {
      await next.connect();
      await next.query('listen ticket_changed; listen member_changed');
      for (const follower of followers) follower.onGap();
      checkLater();
    } catch (error) {
      reconnect(error);
    }
  };
  void connect();

  return {
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      // A server that is away never says goodbye.
      await Promise.race([client?.end().catch(() => {}), wait(goodbyeMs, undefined, { ref: false })]);
    },
  };
}

/** What a notification says; undefined where it is nothing that the database's triggers send. */
function readPayload<Schema extends z.ZodType>(
  schema: Schema,
  payload: string | undefined,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(payload ?? 'null')).data;
  } catch {
    return undefined;
  }
}

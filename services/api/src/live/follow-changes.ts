import type { FastifyBaseLogger } from 'fastify';
import { Client } from 'pg';
import { z } from 'zod';

const changeSchema = z.object({ accountId: z.uuid(), ticketId: z.uuid() });
export type TicketChange = z.infer<typeof changeSchema>;

/** Told of each change of any account; `onGap` says that changes may have been missed. */
export type ChangeFollower = { onChange: (change: TicketChange) => void; onGap: () => void };

export type LiveChanges = {
  /** Adds a follower; call the answer to leave. */
  follow: (follower: ChangeFollower) => () => void;
  close: () => Promise<void>;
};

const retryMs = 1_000;

/**
 * Listens on one dedicated connection for the ids that Postgres announces when tickets change, and hands them to the followers in
 * this process. When the connection breaks it connects again and tells everybody that there was a gap.
 */
export function followChanges(url: string, log: FastifyBaseLogger): LiveChanges {
  const followers = new Set<ChangeFollower>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    client = next;
    let lost = false;
    const reconnect = (error?: unknown) => {
      if (lost || closed) return;
      lost = true;
      log.warn({ err: error }, 'lost the connection that listens for changes; connecting again');
      next.end().catch(() => {});
      timer = setTimeout(() => void connect(), retryMs);
    };
    next.on('error', reconnect);
    next.on('end', () => reconnect());
    next.on('notification', ({ payload }) => {
      const change = changeSchema.safeParse(JSON.parse(payload ?? 'null'));
      if (change.success) for (const follower of followers) follower.onChange(change.data);
    });
    try {
      await next.connect();
      await next.query('listen ticket_changed');
      for (const follower of followers) follower.onGap();
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
      await client?.end().catch(() => {});
    },
  };
}

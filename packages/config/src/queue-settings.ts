import { z } from 'zod';
import { databaseAddresses } from './database-settings.ts';

/** Redis/Valkey where `REDIS_URL` is set, else the Postgres at `DATABASE_QUEUE_URL`. */
export const queueSettingsShape = {
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'has to be a redis:// or rediss:// address')
    .optional(),
  DATABASE_QUEUE_URL: databaseAddresses.DATABASE_QUEUE_URL.optional(),
};

export type QueueConnection = { kind: 'redis'; url: string } | { kind: 'postgres'; url: string };

/** Which backend the queue runs on, or null where neither address is given. */
export function chooseQueueConnection(settings: {
  REDIS_URL?: string | undefined;
  DATABASE_QUEUE_URL?: string | undefined;
}): QueueConnection | null {
  if (settings.REDIS_URL !== undefined) return { kind: 'redis', url: settings.REDIS_URL };
  if (settings.DATABASE_QUEUE_URL !== undefined) return { kind: 'postgres', url: settings.DATABASE_QUEUE_URL };
  return null;
}

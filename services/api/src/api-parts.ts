import type { MailSecret } from '@ticket-pros/config/mail-settings';
import type { Database } from '@ticket-pros/db/connect-database';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { Storage } from '@ticket-pros/storage/storage';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ApiKeyLimit } from './access/limit-api-keys.ts';
import type { LiveChanges } from './live/follow-changes.ts';
import type { Auth } from './sign-in/create-auth.ts';

/** The open connections that routes work with. */
export type ApiParts = {
  db: Database;
  auth: Auth;
  storage: Storage;
  queue: Queue;
  changes: LiveChanges;
  /** For src/mail/send-mail.ts: what seals mails, and who is told when one could not be enqueued. */
  mail: { secret: MailSecret; log: FastifyBaseLogger };
  apiKeyLimit: ApiKeyLimit;
};

/** A Fastify instance whose route types come from zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

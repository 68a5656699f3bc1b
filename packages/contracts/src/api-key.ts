import { z } from 'zod';
import { plainTextSchema } from './plain-text.ts';

/** What a key may do, within what the member that it acts for may do. */
export const apiKeyScopes = [
  'tickets.read',
  'tickets.capture',
  'tickets.review',
  'members.read',
  'audit.read',
] as const;
export const apiKeyScopeSchema = z.enum(apiKeyScopes);
export type ApiKeyScope = z.infer<typeof apiKeyScopeSchema>;

/** Body of `POST /v1/api-keys`. */
export const makeApiKeySchema = z.object({
  name: plainTextSchema.min(1).max(100),
  scopes: z.array(apiKeyScopeSchema).min(1).max(apiKeyScopes.length),
  /** The member that it acts for. */
  memberId: z.uuid(),
  expiresInDays: z.int().min(1).max(365),
  requestsPerMinute: z.int().min(1).max(3000).default(120),
});

export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The last four characters of the secret. */
  hint: z.string(),
  scopes: z.array(apiKeyScopeSchema),
  member: z.object({ id: z.uuid(), name: z.string() }),
  requestsPerMinute: z.int(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyListSchema = z.object({ apiKeys: z.array(apiKeySchema) });
/** The secret is shown this once. */
export const madeApiKeySchema = z.object({ apiKey: apiKeySchema, secret: z.string() });

import { z } from 'zod';
import { plainTextSchema } from './plain-text.ts';

export const privacyRequestKindSchema = z.enum(['access', 'correct', 'delete', 'copy']);
export type PrivacyRequestKind = z.infer<typeof privacyRequestKindSchema>;
export const privacyRequestStateSchema = z.enum(['open', 'answered', 'refused']);
export type PrivacyRequestState = z.infer<typeof privacyRequestStateSchema>;

/** Where mails send people to: owners to answer, members to read what was answered. */
export const privacyPages = { answer: '/privacy-requests', own: '/my-account#privacy' } as const;

/** Body of `POST /v1/privacy-requests`. */
export const filePrivacyRequestSchema = z.object({
  kind: privacyRequestKindSchema,
  details: plainTextSchema.max(4000).default(''),
});

/** Body of `POST /v1/privacy-requests/:requestId/answer`. */
export const answerPrivacyRequestSchema = z.object({
  state: z.enum(['answered', 'refused']),
  answer: plainTextSchema.min(1).max(4000),
});

export const privacyRequestSchema = z.object({
  id: z.uuid(),
  member: z.object({ id: z.uuid(), name: z.string() }),
  kind: privacyRequestKindSchema,
  details: z.string(),
  state: privacyRequestStateSchema,
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type PrivacyRequest = z.infer<typeof privacyRequestSchema>;

/** Answer of `GET /v1/privacy-requests`: the open ones first, soonest due first; then the answered ones, newest first. 500 at the most. */
export const privacyRequestListSchema = z.object({ requests: z.array(privacyRequestSchema) });

import { z } from 'zod';

/** Everything that the audit log tells, as `what.happened`. A new action is added here and in the messages of every language. */
export const auditActions = [
  'account.founded',
  'account.changed',
  'member.added',
  'member.changed',
  'member.moved',
  'member.deactivated',
  'member.reactivated',
  'member.handed_over',
  'member.password_reset',
  'member.second_factor_reset',
  'member.seen_as',
  'member.seen_as_ended',
  'profile.changed',
  'invitation.made',
  'invitation.revoked',
  'invitation.accepted',
  'sign_in.done',
  'sign_in.refused',
  'sign_in.unusual',
  'sign_in.ended',
  'password.changed',
  'password.reset',
  'email.changed',
  'second_factor.enabled',
  'second_factor.disabled',
  'passkey.added',
  'passkey.removed',
  'session.revoked',
  'api_key.made',
  'api_key.revoked',
  'privacy_request.filed',
  'privacy_request.answered',
  'ticket.captured',
  'ticket.read',
  'ticket.corrected',
  'ticket.approved',
  'ticket.approved_itself',
  'ticket.rejected',
  'ticket.marked_unreadable',
  'ticket.reopened',
  'ticket.read_again',
  'ticket.looks_right',
  'ticket.replaced',
  'ticket.resubmitted',
  'ticket.exported',
  'rereading.asked',
  'rereading.stopped',
  'form.forgotten',
  'self_approval.changed',
  'image.seen',
  'audit.exported',
  'operator.looked',
] as const;
export const auditActionSchema = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditActionSchema>;

export const auditActorSchema = z.enum(['member', 'api_key', 'worker', 'operator', 'nobody']);
export type AuditActor = z.infer<typeof auditActorSchema>;

export const auditSubjectKindSchema = z.enum([
  'account',
  'member',
  'invitation',
  'ticket',
  'api_key',
  'privacy_request',
  'operator_look',
  'rereading',
  'form',
]);
export type AuditSubjectKind = z.infer<typeof auditSubjectKindSchema>;

export const auditEventSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: auditActionSchema,
  actor: auditActorSchema,
  member: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  apiKeyId: z.uuid().nullable(),
  subject: z.object({ kind: auditSubjectKindSchema, id: z.uuid(), name: z.string().nullable() }).nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  /** What else is known; null once it was erased. */
  payload: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditFilterSchema = z.object({
  memberId: z.uuid().optional(),
  action: auditActionSchema.optional(),
  subjectId: z.uuid().optional(),
  /** Calendar days in the account's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Answer of `GET /v1/audit`, newest first. */
export const auditPageSchema = z.object({ events: z.array(auditEventSchema), nextCursor: z.string().nullable() });
export type AuditPage = z.infer<typeof auditPageSchema>;

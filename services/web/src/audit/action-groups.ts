import type { AuditAction } from '@ticket-pros/contracts/audit';

/** The actions as the filter lists them: by what people look for. */
export const actionGroups = [
  {
    group: 'tickets',
    actions: [
      'ticket.captured',
      'ticket.read',
      'ticket.corrected',
      'ticket.approved',
      'ticket.rejected',
      'ticket.marked_unreadable',
      'ticket.reopened',
      'ticket.read_again',
      'ticket.exported',
      'image.seen',
    ],
  },
  {
    group: 'people',
    actions: [
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
      'invitation.accepted',
      'invitation.revoked',
    ],
  },
  {
    group: 'signIn',
    actions: [
      'sign_in.done',
      'sign_in.unusual',
      'sign_in.refused',
      'sign_in.ended',
      'session.revoked',
      'password.changed',
      'password.reset',
      'email.changed',
      'second_factor.enabled',
      'second_factor.disabled',
      'passkey.added',
      'passkey.removed',
    ],
  },
  {
    group: 'account',
    actions: [
      'account.founded',
      'account.changed',
      'api_key.made',
      'api_key.revoked',
      'privacy_request.filed',
      'privacy_request.answered',
      'audit.exported',
      'operator.looked',
    ],
  },
] as const satisfies readonly { group: string; actions: readonly AuditAction[] }[];

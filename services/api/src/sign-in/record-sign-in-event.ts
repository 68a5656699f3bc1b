import type { AuditAction } from '@ticket-pros/contracts/audit';
import type { Database } from '@ticket-pros/db/connect-database';
import { withUser } from '@ticket-pros/db/scope';
import { sql } from 'kysely';
import type { SignInEvent } from './sign-in-events.ts';

const actions: Record<SignInEvent['action'], AuditAction> = {
  signed_in: 'sign_in.done',
  sign_in_refused: 'sign_in.refused',
  sign_in_unusual: 'sign_in.unusual',
  signed_out: 'sign_in.ended',
  password_changed: 'password.changed',
  password_reset: 'password.reset',
  email_changed: 'email.changed',
  second_factor_enabled: 'second_factor.enabled',
  second_factor_disabled: 'second_factor.disabled',
  passkey_added: 'passkey.added',
  passkey_removed: 'passkey.removed',
  session_revoked: 'session.revoked',
};

/** Writes what a user did about signing in into the audit log of each account where it has a place. */
export async function recordSignInEvent(db: Database, { action, userId, origin }: SignInEvent): Promise<void> {
  await withUser(db, { userId, origin: origin ?? undefined }, (transaction) =>
    sql`select app.note_for_user(${actions[action]}, '{}'::jsonb)`.execute(transaction),
  );
}

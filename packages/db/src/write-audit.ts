import type { AuditAction, AuditActor, AuditSubjectKind } from '@ticket-pros/contracts/audit';
import type { DatabaseTransaction } from './connect-database.ts';
import type { MemberScope } from './scope.ts';

/** What happened. Who did it, when and from where follow from the transaction. */
export type AuditEntry = {
  action: AuditAction;
  subject?: { kind: AuditSubjectKind; id: string };
  /** What an owner needs to understand it later: names and values before and after. Never secrets. */
  payload?: Record<string, unknown>;
};

/** Writes an event of a member into its account's audit log, in the transaction of what it tells. */
export async function writeAudit(
  transaction: DatabaseTransaction,
  { accountId }: Pick<MemberScope, 'accountId'>,
  entry: AuditEntry,
): Promise<void> {
  await insertEvent(transaction, accountId, 'member', entry);
}

/** As writeAudit, for what the worker does by itself. */
export async function writeWorkerAudit(
  transaction: DatabaseTransaction,
  accountId: string,
  entry: AuditEntry,
): Promise<void> {
  await insertEvent(transaction, accountId, 'worker', entry);
}

async function insertEvent(
  transaction: DatabaseTransaction,
  accountId: string,
  actor: AuditActor,
  { action, subject, payload = {} }: AuditEntry,
): Promise<void> {
  await transaction
    .insertInto('audit_events')
    .values({
      account_id: accountId,
      action,
      actor,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      payload: JSON.stringify(payload),
    })
    .execute();
}

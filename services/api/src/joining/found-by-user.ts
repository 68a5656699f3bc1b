import type { Language } from '@ticket-pros/contracts/account';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { continueAsMember, type MemberScope } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { foundAccount } from '../members/found-account.ts';

type Founding = {
  userId: string;
  name: string;
  company: string;
  language: Language;
  /** Promise TP-6. */
  attestedAt: Date;
};

/** Founds an account for the user of the transaction, who is its owner from then on; the account's log begins with it. */
export async function foundByUser(
  transaction: DatabaseTransaction,
  { userId, name, company, language, attestedAt }: Founding,
): Promise<MemberScope> {
  const owner = await foundAccount(transaction, { company, ownerUserId: userId, ownerName: name, attestedAt });
  await continueAsMember(transaction, owner);
  await transaction.updateTable('accounts').set({ language }).where('id', '=', owner.accountId).execute();
  await writeAudit(transaction, owner, {
    action: 'account.founded',
    subject: { kind: 'account', id: owner.accountId },
    payload: { name: company, businessUseAttestedAt: attestedAt.toISOString() },
  });
  return owner;
}

import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withUser } from '@ticket-pros/db/scope';
import { z } from 'zod';
import { checkPassword } from '../sign-in/check-password.ts';
import type { Auth } from '../sign-in/create-auth.ts';
import { resetPassword } from '../sign-in/set-password.ts';
import { addMember } from './add-member.ts';
import { ensureUser } from './ensure-user.ts';
import { foundAccount } from './found-account.ts';

const personSchema = z.object({ name: z.string().min(1), email: z.email(), password: z.string().min(10) });

/** An account as an operator describes it. */
export const accountToEnsureSchema = z.object({
  company: z.string().min(1),
  /** Gives users who are there already the password that is told here. */
  resetPasswords: z.boolean().default(false),
  owner: personSchema,
  members: z
    .array(
      personSchema.extend({
        role: memberRoleSchema,
        /** The e-mail address of a member before it in this list; left out, the account itself. */
        reportsTo: z.email().nullish(),
      }),
    )
    .default([]),
});
type AccountToEnsure = z.output<typeof accountToEnsureSchema>;

/** Makes what is missing of an account, its owner and its members, so that it can be run again after a crash. */
export async function ensureAccount(db: Database, auth: Auth, account: AccountToEnsure): Promise<MemberScope> {
  for (const person of [account.owner, ...account.members]) {
    checkPassword(person.password, [account.company, person.name, person.email]);
  }
  const ensure = async (person: z.output<typeof personSchema>) => {
    const userId = await ensureUser(auth, person);
    if (account.resetPasswords) await resetPassword(auth, userId, person.password);
    return userId;
  };
  const ownerUserId = await ensure(account.owner);
  const owner =
    (await findScope(db, ownerUserId)) ??
    (await foundAccount(db, {
      company: account.company,
      ownerUserId,
      ownerName: account.owner.name,
      attestedAt: new Date(),
    }));
  const memberIds = new Map<string, string>();
  for (const { role, reportsTo, ...person } of account.members) {
    const userId = await ensure(person);
    const superior = reportsTo == null ? null : memberIds.get(reportsTo);
    if (superior === undefined) throw new Error(`${reportsTo} has to stand in the list before who reports to it`);
    const member =
      (await findScope(db, userId)) ??
      (await addMember(db, owner, { userId, role, name: person.name, reportsTo: superior }));
    memberIds.set(person.email, member.memberId);
  }
  return owner;
}

async function findScope(db: Database, userId: string): Promise<MemberScope | undefined> {
  const member = await withUser(db, { userId }, (transaction) =>
    transaction
      .selectFrom('members')
      .select(['account_id', 'id', 'visibility'])
      .where('user_id', '=', userId)
      .executeTakeFirst(),
  );
  if (member === undefined) return undefined;
  return { accountId: member.account_id, memberId: member.id, seesAccount: member.visibility === 'account' };
}

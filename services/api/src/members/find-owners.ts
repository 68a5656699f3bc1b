import { type Language, languageSchema } from '@ticket-pros/contracts/account';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Auth } from '../sign-in/create-auth.ts';
import { findSignIns } from './find-sign-ins.ts';

const ownerRowSchema = z.object({ user_id: z.string(), name: z.string(), language: languageSchema });
export type OwnerRow = z.infer<typeof ownerRowSchema>;

/** An owner of an account, as mails reach it. */
export type OwnerAddress = { email: string; name: string; language: Language };

/** The owners of the transaction's account, whoever asks. For mails alone: members are not told who they are. */
export async function selectOwners(transaction: DatabaseTransaction): Promise<OwnerRow[]> {
  const { rows } = await sql`select * from app.owners_of_account()`.execute(transaction);
  return z.array(ownerRowSchema).parse(rows);
}

/** The addresses of those owners who have one. */
export async function findOwnerAddresses(auth: Auth, owners: readonly OwnerRow[]): Promise<OwnerAddress[]> {
  const signIns = await findSignIns(
    auth,
    owners.map((owner) => owner.user_id),
  );
  return owners.flatMap(({ user_id: userId, name, language }) => {
    const email = signIns.get(userId)?.email ?? null;
    return email === null ? [] : [{ email, name, language }];
  });
}

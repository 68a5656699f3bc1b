import type { Language } from '@ticket-pros/contracts/account';
import { withUser } from '@ticket-pros/db/scope';
import { sql } from 'kysely';
import type { SignedInUser } from '../access/find-session.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** What a further place of a signed-in user begins with: name and language of where it works now, if anywhere. */
export async function findPerson(
  { db, auth }: ApiParts,
  { userId, memberId }: SignedInUser,
): Promise<{ name: string; language: Language }> {
  const place = await withUser(db, { userId }, (transaction) =>
    transaction
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .select(['members.name', sql<Language>`coalesce(members.language, accounts.language)`.as('language')])
      .where('members.user_id', '=', userId)
      .where('members.is_active', '=', true)
      .orderBy(sql<boolean>`members.id = ${memberId}::uuid`, (order) => order.desc().nullsLast())
      .orderBy('members.created_at')
      .executeTakeFirst(),
  );
  if (place !== undefined) return place;
  const { internalAdapter } = await auth.$context;
  const user = await internalAdapter.findUserById(userId);
  if (user === null) throw new ProblemError('not_signed_in');
  return { name: user.name, language: 'en' };
}

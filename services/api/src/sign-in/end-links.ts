import { sql } from 'kysely';
import type { SignInParts } from './sign-in-parts.ts';

/**
 * Ends what is on its way for a user: links to a new password or to another address, and sign-ins that wait for a code. Once the password
 * or the address is another one, nobody goes on with what was begun under the old one.
 */
export async function endLinks({ tables }: Pick<SignInParts, 'tables'>, userId: string): Promise<void> {
  await tables
    .deleteFrom('verification')
    .where(({ eb, or }) =>
      or([
        eb('value', '=', userId),
        sql<boolean>`starts_with("value", ${JSON.stringify({ userId }).replace('}', ',')})`,
      ]),
    )
    .execute();
}

import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';
import { z } from 'zod';
import { hashOperatorKey } from './operator-key.ts';

const accountsSchema = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    created_at: z.date(),
    members: z.coerce.number(),
    tickets: z.coerce.number(),
  }),
);

/** Which accounts there are, and how large: all that an operator sees without a look. */
export async function listAccounts(db: Database, key: string) {
  const { rows } = await sql`select * from app.list_accounts_for_operator(${hashOperatorKey(key)})`.execute(db);
  return {
    accounts: accountsSchema
      .parse(rows)
      .map(({ created_at, ...account }) => ({ ...account, createdAt: created_at.toISOString() })),
  };
}

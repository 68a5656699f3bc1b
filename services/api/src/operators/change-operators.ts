import type { Client } from 'pg';
import { z } from 'zod';
import { hashOperatorKey, makeOperatorKey } from './operator-key.ts';

export const newOperatorSchema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).toLowerCase(),
});

/** Makes an operator, under the database's owner: operators can't make each other. The key is in this answer and nowhere else. */
export async function addOperator(owner: Client, { name, email }: z.output<typeof newOperatorSchema>) {
  const key = makeOperatorKey();
  const { rows } = await owner.query(
    'insert into operators (name, email, key_hash) values ($1, $2, $3) returning id, name, email',
    [name, email, hashOperatorKey(key)],
  );
  return { operator: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).parse(rows[0]), key };
}

/** Takes an operator's key away, and with it every look that is open. Answers whether there was an enabled one. */
export async function disableOperator(owner: Client, email: string) {
  const { rowCount } = await owner.query(
    'update operators set disabled_at = now() where email = $1 and disabled_at is null',
    [email.toLowerCase()],
  );
  return { disabled: (rowCount ?? 0) > 0 };
}

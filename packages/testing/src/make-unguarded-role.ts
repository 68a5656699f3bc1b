import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './test-database.ts';

export type UnguardedRole = {
  /** Signs in as a role that may do what the API's role may, and passes row-level security. */
  url: string;
  /** Removes the role; whoever is signed in with it has to be gone. */
  drop: () => Promise<void>;
};

/** For tests of the first lock: a role under which row-level security hides nothing, so that only the predicates of the queries do. */
export async function makeUnguardedRole({ urls }: Pick<TestDatabase, 'urls'>): Promise<UnguardedRole> {
  const name = `unguarded_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const asOwner = async (...statements: string[]) => {
    // Roles belong to the whole server, and the test's database may be gone already.
    const server = new URL(urls.owner);
    server.pathname = '/postgres';
    const owner = new Client({ connectionString: server.href });
    await owner.connect();
    try {
      for (const statement of statements) await owner.query(statement);
    } finally {
      await owner.end();
    }
  };
  await asOwner(
    `create role ${name} login bypassrls password '${password}' in role ticket_pros_app`,
    `alter role ${name} set search_path = public`,
  );
  const url = new URL(urls.app);
  url.username = name;
  url.password = password;
  return { url: url.href, drop: () => asOwner(`drop role ${name}`) };
}

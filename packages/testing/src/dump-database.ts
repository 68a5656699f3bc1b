import { Client } from 'pg';

/** Everything that a database holds, the queue's tables included, as one text for each table. Binary columns are hexadecimal. */
export async function dumpDatabase(ownerUrl: string): Promise<Record<string, string>> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_schema in ('public', 'auth', 'queue') and table_type = 'BASE TABLE'`,
    );
    const dump: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await owner.query<{ content: string }>(
        `select coalesce(json_agg(t), '[]')::text as content from ${name} t`,
      );
      dump[name] = rows[0]?.content ?? '';
    }
    return dump;
  } finally {
    await owner.end();
  }
}

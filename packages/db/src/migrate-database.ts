import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { DatabaseUrls } from './database-role.ts';
import { ensureRoles } from './ensure-roles.ts';

const migrationsFolder = new URL('../migrations/', import.meta.url);

/** Thrown when the database was made by another version of the product than this one. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationError';
  }
}

/**
 * Brings the database to this version: roles, then every SQL file of `migrations/` that was not applied yet, in order, each in a
 * transaction of its own, one process at a time. An applied file is frozen: a changed or missing one is refused.
 * @returns the names of the files applied now.
 */
export async function migrateDatabase(urls: DatabaseUrls): Promise<string[]> {
  const owner = new Client({ connectionString: urls.owner });
  await owner.connect();
  try {
    await ensureRoles(owner, urls);
    await owner.query(`select pg_advisory_lock(hashtext('ticket_pros_migrations'))`);
    await owner.query(`create table if not exists public.migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now()
    )`);
    return await applyNewFiles(owner);
  } finally {
    await owner.end();
  }
}

async function applyNewFiles(owner: Client): Promise<string[]> {
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
  const applied = await owner.query<{ name: string; sha256: string }>('select name, sha256 from public.migrations');
  const hashes = new Map(applied.rows.map((row) => [row.name, row.sha256]));
  const unknown = [...hashes.keys()].find((name) => !files.includes(name));
  if (unknown !== undefined) {
    throw new MigrationError(`The database was made by a newer version (it has ${unknown}). Update the program first.`);
  }
  const now: string[] = [];
  for (const name of files) {
    const text = await readFile(new URL(name, migrationsFolder), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const known = hashes.get(name);
    if (known === sha256) continue;
    if (known !== undefined)
      throw new MigrationError(`The applied migration ${name} was changed. Add a new one instead.`);
    await owner.query('begin');
    await owner.query(text);
    await owner.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await owner.query('commit');
    now.push(name);
  }
  return now;
}

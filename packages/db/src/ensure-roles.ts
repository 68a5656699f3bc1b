import type { Client } from 'pg';
import { type DatabaseUrls, databaseRoles, retentionRole } from './database-role.ts';

/** What each role finds without naming a schema. */
const searchPaths: Record<keyof typeof databaseRoles, string> = {
  app: 'public',
  auth: 'auth',
  worker: 'public',
  sweep: 'public',
  queue: 'queue',
  operator: 'public',
};

/**
 * Makes the login roles where they are missing and gives each the password of its address. Roles belong to the whole
 * cluster, so that two databases of one cluster share them. The role for retention is for the owner to take on. Throws when an address names another user.
 */
export async function ensureRoles(owner: Client, urls: DatabaseUrls): Promise<void> {
  await owner.query('begin');
  // Two migrations at once (two databases of one cluster) would change the same role rows.
  await owner.query(`select pg_advisory_xact_lock(hashtext('ticket_pros_roles'))`);
  for (const key of Object.keys(databaseRoles) as (keyof typeof databaseRoles)[]) {
    const role = databaseRoles[key];
    const url = new URL(urls[key]);
    if (decodeURIComponent(url.username) !== role) {
      throw new Error(`The database address of "${key}" has to sign in as ${role}, not as ${url.username}.`);
    }
    const found = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await owner.query(`create role ${role}`);
    const password = owner.escapeLiteral(decodeURIComponent(url.password));
    await owner.query(
      `alter role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${password}`,
    );
    await owner.query(`alter role ${role} set search_path = ${searchPaths[key]}`);
  }
  await ensureRetentionRole(owner);
  await owner.query('commit');
}

async function ensureRetentionRole(owner: Client): Promise<void> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [retentionRole]);
  if (found.rowCount === 0) await owner.query(`create role ${retentionRole}`);
  await owner.query(
    `alter role ${retentionRole} nologin nosuperuser nocreatedb nocreaterole nobypassrls noreplication`,
  );
  await owner.query(`grant ${retentionRole} to current_user with inherit false, set true`);
}

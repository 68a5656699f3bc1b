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
 * cluster, so that two databases of one cluster share them. The role for retention is for the owner to take on. Throws when an address
 * names another user.
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
    await ensurePlainRole(owner, role);
    const password = owner.escapeLiteral(decodeURIComponent(url.password));
    await owner.query(`alter role ${role} login password ${password}`);
    await owner.query(`alter role ${role} set search_path = ${searchPaths[key]}`);
  }
  await ensurePlainRole(owner, retentionRole);
  await owner.query(`alter role ${retentionRole} nologin`);
  await owner.query('commit');
}

/**
 * A role without rights beyond those that it is granted. A new one has none; taking rights from one that was there takes a superuser, which the
 * owner of a managed database is not. Such an owner has to be able to take a role on in order to give it a schema.
 */
async function ensurePlainRole(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ plain: boolean }>(
    `select not (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication) as plain
     from pg_roles where rolname = $1`,
    [role],
  );
  if (rows.length === 0) await owner.query(`create role ${role}`);
  if (rows[0]?.plain === false) {
    await owner.query(`alter role ${role} nosuperuser nocreatedb nocreaterole nobypassrls noreplication`);
  }
  await owner.query(`grant ${role} to current_user with inherit false, set true`);
}

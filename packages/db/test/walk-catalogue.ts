import type { Client } from 'pg';
import { mayNameNoAccount, mayPassPolicies, sweepMayRead, withoutCustomerData } from './catalogue-reasons.ts';

// A role of the product's, as the queries below name them. Roles of tests that pass row-level security are called otherwise.
const isService = (role: string) => `${role}.rolname like 'ticket\\_pros\\_%'`;
const isOfExtension = (object: string) =>
  `exists (select 1 from pg_depend d where d.objid = ${object}.oid and d.deptype = 'e')`;
const ownSchemas = `(select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'queue'))`;
/** Tables of customers: every one of `public` but the named ones. */
const customerTables = `(
  select c.oid, c.relname, c.relrowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1::text[]))`;
const hasAccount = (table: string) =>
  `(exists (select 1 from pg_attribute a where a.attrelid = ${table} and a.attname = 'account_id' and not a.attisdropped))`;

type Check = { problem: string; sql: string; reasons?: readonly string[] };

/** Each query answers names of what is wrong. */
const checks: Check[] = [
  {
    problem: 'table without row-level security',
    reasons: withoutCustomerData,
    sql: `select t.relname as name from ${customerTables} t where not t.relrowsecurity`,
  },
  {
    problem: 'table of a customer among those that hold nothing of customers',
    reasons: withoutCustomerData,
    sql: `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any ($1::text[]) and (
        ${hasAccount('c.oid')} or exists (
          select 1 from pg_constraint f join ${customerTables} t on t.oid = f.confrelid
          where f.contype = 'f' and f.conrelid = c.oid))`,
  },
  {
    problem: 'grant without a policy for the role',
    reasons: withoutCustomerData,
    sql: `select t.relname || ' ' || r.rolname || ' ' || p.privilege as name
      from ${customerTables} t cross join pg_roles r
      cross join (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) p (privilege, command)
      where ${isService('r')}
        and case p.privilege when 'DELETE' then has_table_privilege(r.oid, t.oid, 'DELETE')
          else has_any_column_privilege(r.oid, t.oid, p.privilege) end
        and not exists (
          select 1 from pg_policy policy where policy.polrelid = t.oid
            and policy.polcmd in ('*', p.command::"char") and r.oid = any (policy.polroles))`,
  },
  {
    problem: 'right that no policy limits',
    reasons: withoutCustomerData,
    sql: `select t.relname || ' ' || r.rolname || ' ' || p as name
      from ${customerTables} t cross join pg_roles r cross join unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p
      where ${isService('r')} and has_table_privilege(r.oid, t.oid, p)`,
  },
  {
    problem: 'table, view or sequence that everybody may use',
    sql: `select c.oid::regclass::text as name from pg_class c
      where c.relnamespace in ${ownSchemas} and not ${isOfExtension('c')} and (
        exists (select 1 from aclexplode(c.relacl) g where g.grantee = 0)
        or exists (select 1 from pg_attribute a cross join aclexplode(a.attacl) g where a.attrelid = c.oid and g.grantee = 0))`,
  },
  {
    problem: 'policy for everybody',
    sql: `select polrelid::regclass || '.' || polname as name from pg_policy where 0 = any (polroles)`,
  },
  {
    problem: 'policy that names no account',
    reasons: Object.keys(mayNameNoAccount),
    sql: `select policy.name from (
        select polrelid::regclass || '.' || polname as name,
          coalesce(pg_get_expr(polqual, polrelid), '') as reads, coalesce(pg_get_expr(polwithcheck, polrelid), '') as writes
        from pg_policy) policy
      cross join (select '(account_id|id) = (\\( SELECT )?app\\.(account_id|operator_look_account)\\(\\)' as pattern) p
      where not policy.name = any ($1::text[])
        and ((reads <> '' and reads !~ p.pattern) or (writes <> '' and writes !~ p.pattern))`,
  },
  {
    problem: 'view that passes row-level security',
    sql: `select c.oid::regclass::text as name from pg_class c
      where c.relkind in ('v', 'm', 'f') and c.relnamespace in ${ownSchemas} and not ${isOfExtension('c')}
        and (c.relkind <> 'v' or not coalesce('security_invoker=true' = any (c.reloptions), false))`,
  },
  {
    problem: 'function that everybody may execute',
    sql: `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ${ownSchemas} and not ${isOfExtension('p')}
        and exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0)`,
  },
  {
    problem: 'function with its owner’s rights and no fixed search path',
    sql: `select p.oid::regprocedure::text as name from pg_proc p
      where p.prosecdef and p.pronamespace in ${ownSchemas} and not ${isOfExtension('p')}
        and not coalesce(p.proconfig && array['search_path=public, pg_temp', 'search_path=auth, pg_temp'], false)`,
  },
  {
    problem: 'function with its owner’s rights and no reason',
    reasons: Object.keys(mayPassPolicies),
    sql: `select p.oid::regprocedure::text as name from pg_proc p
      where p.prosecdef and p.pronamespace in ${ownSchemas} and not ${isOfExtension('p')}
        and not p.oid::regprocedure::text = any ($1::text[])`,
  },
  {
    problem: 'function that claims to leak nothing',
    sql: `select p.oid::regprocedure::text as name from pg_proc p
      where p.proleakproof and p.pronamespace in ${ownSchemas} and not ${isOfExtension('p')}`,
  },
  {
    problem: 'foreign key that may cross accounts',
    reasons: withoutCustomerData,
    sql: `select f.conrelid::regclass || '.' || f.conname as name
      from pg_constraint f join ${customerTables} t on t.oid = f.confrelid
      where f.contype = 'f' and not exists (
        select 1 from unnest(f.conkey, f.confkey) as pair (own, other)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.own and a.attname = 'account_id'
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.other
          and b.attname = case when t.relname = 'accounts' then 'id' else 'account_id' end)`,
  },
  {
    problem: 'right on what signs people in',
    sql: `select r.rolname || ' ' || c.oid::regclass as name from pg_roles r cross join pg_class c
      where ${isService('r')} and r.rolname <> 'ticket_pros_auth' and c.relnamespace = 'auth'::regnamespace and (
        case when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'USAGE, SELECT, UPDATE')
          when c.relkind in ('r', 'p', 'v', 'm') then
            has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            or has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
          else false end)
      union all
      select r.rolname || ' schema auth' from pg_roles r
      where ${isService('r')} and r.rolname not in ('ticket_pros_auth', 'ticket_pros_sweep') and has_schema_privilege(r.oid, 'auth', 'USAGE')`,
  },
  {
    problem: 'sequence that a service may use',
    sql: `select r.rolname || ' ' || c.oid::regclass as name from pg_roles r cross join pg_class c
      where ${isService('r')} and c.relkind = 'S' and c.relnamespace in ${ownSchemas}
        and has_sequence_privilege(r.oid, c.oid, 'USAGE, SELECT, UPDATE')`,
  },
  {
    problem: 'role that may too much',
    sql: `select r.rolname as name from pg_roles r
      where ${isService('r')} and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)`,
  },
  {
    problem: 'role that is another one as well',
    sql: `select r.rolname || ' is ' || m.roleid::regrole as name from pg_auth_members m join pg_roles r on r.oid = m.member where ${isService('r')}`,
  },
  {
    problem: 'role that owns something',
    sql: `select r.rolname || ' ' || pg_describe_object(s.classid, s.objid, s.objsubid) as name
      from pg_shdepend s join pg_roles r on r.oid = s.refobjid
      where ${isService('r')} and s.deptype = 'o' and s.dbid in (0, (select oid from pg_database where datname = current_database()))
        and not (s.classid = 'pg_namespace'::regclass and s.objid = 'queue'::regnamespace)
        and not exists (select 1 from pg_class c where s.classid = 'pg_class'::regclass and c.oid = s.objid and c.relnamespace = 'queue'::regnamespace)
        and not exists (select 1 from pg_proc p where s.classid = 'pg_proc'::regclass and p.oid = s.objid and p.pronamespace = 'queue'::regnamespace)
        and not exists (select 1 from pg_type t where s.classid = 'pg_type'::regclass and t.oid = s.objid and t.typnamespace = 'queue'::regnamespace)`,
  },
  {
    problem: 'role that may make objects',
    sql: `select r.rolname || ' ' || n.nspname as name from pg_roles r cross join pg_namespace n
      where ${isService('r')} and n.oid in ${ownSchemas} and has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  },
  {
    problem: 'rights that new objects would give away',
    sql: `select defaclrole::regrole || ' ' || g.grantee::regrole as name from pg_default_acl cross join aclexplode(defaclacl) g
      where g.grantee <> defaclrole`,
  },
  {
    problem: 'column that the sweep reads',
    reasons: sweepMayRead,
    sql: `select c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace in ${ownSchemas}
        and has_column_privilege('ticket_pros_sweep', c.oid, a.attnum, 'SELECT') and not a.attname = any ($1::text[])`,
  },
];

/** What in the database's catalogue would let rows past row-level security, each as `problem: name`. */
export async function walkCatalogue(owner: Client): Promise<string[]> {
  const problems: string[] = [];
  for (const { problem, sql, reasons } of checks) {
    const { rows } = await owner.query<{ name: string }>(sql, reasons === undefined ? [] : [reasons]);
    problems.push(...rows.map(({ name }) => `${problem}: ${name}`).sort());
  }
  return problems;
}

/** Reasons for what is not there (any more). */
export async function findIdleReasons(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select name from unnest($1::text[]) name where to_regprocedure(name) is null
     union all
     select name from unnest($2::text[]) name
     where not exists (select 1 from pg_policy where polrelid::regclass || '.' || polname = name)
     union all
     select name from unnest($3::text[]) name where to_regclass('public.' || name) is null`,
    [Object.keys(mayPassPolicies), Object.keys(mayNameNoAccount), withoutCustomerData],
  );
  return rows.map(({ name }) => name);
}

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { ModelTree } from './model-tree.ts';

/** Where the members and tickets of a model stand in the database. */
export type LoadedTree = { accountId: string; memberIds: string[]; ticketIds: string[] };

/** Writes a model into a new account, as the owner of the database. */
export async function loadTree(owner: Client, { members, tickets }: ModelTree): Promise<LoadedTree> {
  const accountId = randomUUID();
  const memberIds = members.map(() => randomUUID());
  const idOf = (place: number | null) => (place === null ? null : memberIds[place]);
  await owner.query('begin');
  await owner.query(`insert into accounts (id, name, sign_in_code) values ($1, 'Tree', app.new_sign_in_code('Tree'))`, [
    accountId,
  ]);
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified")
     select id, 'Member', id || '@x.example', true from unnest($1::text[]) as id`,
    [memberIds],
  );
  await owner.query(
    `insert into members (account_id, id, user_id, name, role, reports_to, visibility, branch_member_id, is_active)
     select $1, one.id, one.id::text, 'Member', one.role, one.reports_to, one.visibility, one.branch, one.is_active
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::boolean[])
       as one (id, role, reports_to, visibility, branch, is_active)`,
    [
      accountId,
      memberIds,
      members.map(({ role }) => role),
      members.map(({ reportsTo }) => idOf(reportsTo)),
      members.map(({ visibility }) => visibility),
      members.map(({ branch }) => idOf(branch)),
      members.map(({ isActive }) => isActive),
    ],
  );
  const ticketIds = tickets.map(() => randomUUID());
  await owner.query(
    `insert into tickets (account_id, id, member_id, upload_id, ticket_type)
     select $1, one.id, one.member_id, gen_random_uuid(), 'field_ticket' from unnest($2::uuid[], $3::uuid[]) as one (id, member_id)`,
    [accountId, ticketIds, tickets.map((place) => idOf(place))],
  );
  await owner.query('commit');
  return { accountId, memberIds, ticketIds };
}

import type { Database } from '@ticket-pros/db/connect-database';
import { withMember } from '@ticket-pros/db/scope';
import { CompiledQuery } from 'kysely';
import type { Client } from 'pg';
import { z } from 'zod';
import type { ListAsker } from './load-lists.ts';

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  Plans?: PlanNode[] | undefined;
};

const nodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
);
const explainSchema = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: nodeSchema })) }));

/** Scans of tables and indexes in the plan of a query, as `Index Scan tickets_newest`. */
export async function readScans(db: Database, { scope }: ListAsker, query: CompiledQuery): Promise<string[]> {
  const { rows } = await withMember(db, scope, (transaction) =>
    transaction.executeQuery(CompiledQuery.raw(`explain (format json) ${query.sql}`, [...query.parameters])),
  );
  const scans: string[] = [];
  const walk = (node: PlanNode) => {
    const scanned = node['Index Name'] ?? node['Relation Name'];
    if (scanned !== undefined && node['Node Type'].endsWith('Scan')) scans.push(`${node['Node Type']} ${scanned}`);
    for (const child of node.Plans ?? []) walk(child);
  };
  for (const { 'QUERY PLAN': plans } of explainSchema.parse(rows)) for (const { Plan } of plans) walk(Plan);
  return [...new Set(scans)];
}

/**
 * How often each of the large tables was read from end to end so far, by queries that are over: inside of functions too, whose plans no
 * EXPLAIN shows.
 */
export async function countTableScans(owner: Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string; scans: string }>(
    `select relname as name, seq_scan::text as scans from pg_stat_user_tables where relname in ('tickets', 'ticket_values', 'images')`,
  );
  return Object.fromEntries(rows.map(({ name, scans }) => [name, Number(scans)]));
}

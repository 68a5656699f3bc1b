import { connectDatabase, type Database } from '@ticket-pros/db/connect-database';
import type { DatabaseUrls } from '@ticket-pros/db/database-role';
import { poolOptions } from '@ticket-pros/db/pool-options';
import type { Schema } from '@ticket-pros/db/schema';
import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool } from 'pg';
import { chooseQuestions } from './choose-questions.ts';
import { askApi, askByHand, type ListQuestion } from './list-questions.ts';
import type { ListAsker } from './load-lists.ts';
import { countTableScans, readScans } from './read-plans.ts';

export type ListMeasure = {
  asker: string;
  question: string;
  rows: number;
  /** Milliseconds of each run. */
  api: number[];
  byHand: number[];
  /** What the plans of the API's queries scan. */
  scans: string[];
};

type Wanted = {
  urls: DatabaseUrls;
  /** Signs in as a role that passes row-level security. */
  unguardedUrl: string;
  askers: readonly ListAsker[];
  runs: number;
};

const quiet = { onIdleError: () => {} };

/**
 * Asks every question as the API does and by hand, in turns. Answers the measures, and every reading of a large
 * table from end to end. Throws where the two don't answer alike.
 */
export async function measureLists({ urls, unguardedUrl, askers, runs }: Wanted) {
  const owner = new Client({ connectionString: urls.owner });
  await owner.connect();
  const app = connectDatabase(urls.app, { max: 1, ...quiet });
  const unguarded = connectDatabase(unguardedUrl, { max: 1, ...quiet });
  const watched = watchQueries(urls.app);
  try {
    const before = await countTableScans(owner);
    const measures: ListMeasure[] = [];
    for (const asker of askers) {
      for (const question of await chooseQuestions(owner, asker)) {
        const scans = await watched.readScansOf(asker, question);
        measures.push({ ...(await measure(app, unguarded, asker, question, runs)), scans });
      }
    }
    await Promise.all([app, watched.db].map((db) => sql`select pg_stat_force_next_flush()`.execute(db)));
    const after = await countTableScans(owner);
    const tableScans = Object.keys(after).filter((table) => after[table] !== before[table]);
    return { measures, tableScans };
  } finally {
    await Promise.all([app.destroy(), unguarded.destroy(), watched.db.destroy(), owner.end()]);
  }
}

async function measure(app: Database, unguarded: Database, asker: ListAsker, question: ListQuestion, runs: number) {
  const times = { api: [] as number[], byHand: [] as number[] };
  const timed = async (list: number[], work: () => Promise<string[]>) => {
    const start = performance.now();
    const answer = await work();
    list.push(performance.now() - start);
    return answer;
  };
  let rows = 0;
  for (let run = 0; run < runs; run += 1) {
    const told = await timed(times.api, () => askApi(app, asker, question));
    const known = await timed(times.byHand, () => askByHand(unguarded, asker, question));
    if (told.join() !== known.join())
      throw new Error(`${asker.name}, ${question.name}: the API answers something else`);
    rows = told.length;
  }
  return { asker: asker.name, question: question.name, rows, ...times };
}

/** A connection of the API's role that remembers its queries, to look at their plans. */
function watchQueries(url: string) {
  const queries: CompiledQuery[] = [];
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: new Pool({ ...poolOptions, connectionString: url, max: 1 }) }),
    log: ({ query }) => void queries.push(query),
  });
  return {
    db,
    readScansOf: async (asker: ListAsker, question: ListQuestion): Promise<string[]> => {
      queries.length = 0;
      await askApi(db, asker, question);
      const scans: string[] = [];
      for (const query of queries.filter((one) => one.sql.includes('"tickets"'))) {
        scans.push(...(await readScans(db, asker, query)));
      }
      return [...new Set(scans)];
    },
  };
}

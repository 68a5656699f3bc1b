import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withMember } from '@ticket-pros/db/scope';
import { makeUnguardedRole } from '@ticket-pros/testing/make-unguarded-role';
import { sql } from 'kysely';
import { Client } from 'pg';
import { startTestApi, type TestApi } from '../start-test-api.ts';
import { buildWorld, maySee, personNames, type World } from './build-world.ts';
import { routeRecipes } from './route-recipes.ts';
import { sweepRoutes } from './sweep-routes.ts';

const tables = [
  'accounts',
  'members',
  'tickets',
  'images',
  'ticket_values',
  'invitations',
  'api_keys',
  'privacy_requests',
];

/** What the sweep must not have changed, as one text. */
async function fingerprint(api: TestApi): Promise<string> {
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  try {
    const found = await Promise.all(
      tables.map((table) =>
        database.query<{ print: string }>(
          `select md5(coalesce(string_agg((to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text, ',' order by to_jsonb(t)::text), '')) as print from ${table} t`,
        ),
      ),
    );
    return found.map(({ rows }) => rows[0]?.print).join(' ');
  } finally {
    await database.end();
  }
}

/** `npm test` takes a fifth of the combinations, `npm run test:isolation` every one. */
const stride = process.env.EVERY_COMBINATION === undefined ? 5 : 1;

describe.each([
  ['both locks', false],
  ['the queries alone, under a role that passes row-level security', true],
] as const)('promise TP-3: every route, everybody, everything, with %s', (name, isBypassing) => {
  let api: TestApi;
  let world: World;
  let bypassing: Awaited<ReturnType<typeof makeUnguardedRole>> | undefined;

  beforeAll(async () => {
    api = await startTestApi({
      trustedProxies: 1,
      prepare: async (urls) => {
        if (isBypassing) bypassing = await makeUnguardedRole({ urls });
      },
      reach: (url) => (bypassing !== undefined && new URL(url).username === 'ticket_pros_app' ? bypassing.url : url),
    });
    world = await buildWorld(api);
  }, 120_000);
  afterAll(async () => {
    await api?.close();
    await bypassing?.drop();
  });

  if (!isBypassing) {
    test('row-level security alone: raw SQL under a scope shows no more than its member may see', async () => {
      const { db } = api.parts;
      const { rows: readable } = await sql<{ name: string; columns: string[] }>`
        select c.relname as name, array_agg(a.attname::text) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
          and has_column_privilege('ticket_pros_app', c.oid, a.attnum, 'select')
        group by c.relname`.execute(db);
      expect(readable.length).toBeGreaterThan(10);
      for (const person of personNames) {
        const { scope } = world.people[person];
        for (const { name: table, columns } of readable) {
          const text = await withMember(db, { ...scope, seesAccount: true }, async (transaction) => {
            // A member's own row names whom it reports to; the API keeps that to itself.
            const hidden = table === 'members' ? ['reports_to', 'branch_member_id'] : [];
            const shown = columns.filter((column) => !hidden.includes(column));
            const { rows } = await sql<{ text: string }>`
              select to_jsonb(t)::text as text
              from (select ${sql.join(shown.map((column) => sql.ref(column)))} from ${sql.table(table)}) t`.execute(
              transaction,
            );
            return rows.map((row) => row.text).join('\n');
          });
          const leaked = world.things.filter(
            (thing) => !maySee(person, thing) && (text.includes(thing.id) || text.includes(thing.mark)),
          );
          expect([person, table, leaked.map(({ kind, of }) => `${kind} of ${of}`)]).toEqual([person, table, []]);
        }
      }
    });
  }

  test('what is not theirs answers like what does not exist, and nothing tells of it', async () => {
    const before = await fingerprint(api);
    const { combinations, leaks } = await sweepRoutes(api, world, stride);
    console.log(`${combinations} combinations of route, requester and target asked with ${name}`);
    expect(leaks).toEqual([]);
    expect(combinations).toBeGreaterThan(5_000 / stride);
    expect(await fingerprint(api)).toBe(before);
  }, 300_000);

  test('every recipe is for a route that exists', () => {
    const routes = new Set(api.guardedRoutes.map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(routeRecipes).filter((route) => !routes.has(route))).toEqual([]);
  });

  test('what is theirs is found: the sweep would see a leak', async () => {
    for (const person of personNames.filter((one) => one !== 'gone')) {
      const list = await (await world.people[person].fetch('/v1/tickets')).text();
      const members = await (await world.people[person].fetch('/v1/members')).text();
      const shown = world.things.filter(({ kind, id }) => (kind === 'member' ? members : list).includes(id));
      const expected = world.things.filter(
        (thing) => ['ticket', 'image', 'member'].includes(thing.kind) && maySee(person, thing),
      );
      expect([person, shown.map((thing) => thing.id).sort()]).toEqual([
        person,
        expected.map((thing) => thing.id).sort(),
      ]);
    }
  });

  test('live events carry nothing that is not theirs', async () => {
    const listeners = world.requesters.map(async (requester) => {
      const response = await fetch(`${api.url}/v1/events`, {
        headers: requester.headers,
        signal: AbortSignal.timeout(4_000),
      });
      let text = '';
      try {
        for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
      } catch {
        // Ended by the signal.
      }
      return { requester, status: response.status, text };
    });
    await wait(1_000);
    const database = new Client({ connectionString: api.database.urls.owner });
    await database.connect();
    await database.query('update tickets set updated_at = now()');
    await database.end();
    for (const { requester, status, text } of await Promise.all(listeners)) {
      const { person } = requester;
      const heard = world.things.filter(({ kind, id }) => kind === 'ticket' && text.includes(id));
      const expected =
        status === 200 && person !== null
          ? world.things.filter((thing) => thing.kind === 'ticket' && maySee(person, thing))
          : [];
      expect([requester.name, heard.map(({ id }) => id).sort()]).toEqual([
        requester.name,
        expected.map(({ id }) => id).sort(),
      ]);
    }
  }, 30_000);
});

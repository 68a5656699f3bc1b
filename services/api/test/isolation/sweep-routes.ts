import { randomUUID } from 'node:crypto';
import type { GuardedRoute } from '../../src/access/route-access.ts';
import type { TestApi } from '../start-test-api.ts';
import { mayKnow, type Requester, type Thing, type World } from './build-world.ts';
import { recordStatements } from './record-statements.ts';
import { type RouteRecipe, routeRecipes } from './route-recipes.ts';

/** What was asked, and every way in which an answer told something that it must not. */
export type SweepOutcome = { combinations: number; requests: number; leaks: string[] };

type Answer = { status: number; text: string; statements: string };
type Target = { thing: Thing | null; isVisible: boolean };

const roleOf = (requester: Requester): 'owner' | 'office' | 'crew' | null => {
  if (requester.person === null) return null;
  if (requester.person === 'owner' || requester.person === 'stranger') return 'owner';
  return requester.person === 'office' || requester.person === 'narrowed' ? 'office' : 'crew';
};

/**
 * Asks every route of the router as everybody about everything, and notes each answer that says too much. With a `stride` above one each
 * route is asked by one requester in so many, a different one for each route.
 */
export async function sweepRoutes(api: TestApi, world: World, stride: number): Promise<SweepOutcome> {
  const outcome: SweepOutcome = { combinations: 0, requests: 0, leaks: [] };
  const recorder = recordStatements();
  try {
    // The audit log first: later it tells owners what was searched for, by people of their own account.
    const isAudit = (route: GuardedRoute) => route.url.startsWith('/v1/audit');
    const wanted = api.guardedRoutes.filter((route) => route.method !== 'HEAD' && !route.url.includes('*'));
    for (const routes of [wanted.filter(isAudit), wanted.filter((route) => !isAudit(route))]) {
      for (const [turn, requester] of world.requesters.entries()) {
        // The first request of an hour notes that its member is there.
        await fetch(`${api.url}/v1/tickets`, { headers: requester.headers });
        for (const [place, route] of routes.entries()) {
          if ((turn + place) % stride !== 0) continue;
          const recipe = routeRecipes[`${route.method} ${route.url}`];
          if (recipe === undefined) {
            outcome.leaks.push(`${route.method} ${route.url} has no recipe in route-recipes.ts`);
          } else if (recipe.streams !== true) {
            await sweepRoute({ api, world, requester, route, recipe, outcome, recorder });
          }
        }
      }
    }
  } finally {
    recorder.stop();
  }
  return outcome;
}

type Sweep = {
  api: TestApi;
  world: World;
  requester: Requester;
  route: GuardedRoute;
  recipe: RouteRecipe;
  outcome: SweepOutcome;
  recorder: ReturnType<typeof recordStatements>;
};

async function sweepRoute(sweep: Sweep): Promise<void> {
  const { world, requester, recipe } = sweep;
  const refusal = expectedRefusal(sweep);
  const kind = recipe.target ?? recipe.bodyTarget?.kind;
  if (kind === undefined) {
    if (refusal === null && recipe.changes === true) return;
    for (const query of recipe.queries?.(world) ?? ['']) {
      check(sweep, query, await ask(sweep, null, query), refusal);
    }
    return;
  }
  const unknown = await ask(sweep, null, '');
  check(sweep, 'an unknown id', unknown, refusal ?? 404);
  for (const thing of world.things.filter((one) => one.kind === kind)) {
    const isVisible = mayKnow(requester, thing);
    if (isVisible && refusal === null && recipe.changes === true) continue;
    const answer = await ask(sweep, { thing, isVisible }, '');
    const what = `the ${kind} of ${thing.of}`;
    check(sweep, what, answer, refusal ?? (isVisible ? null : 404));
    if (refusal === null && isVisible && answer.status === 404) tell(sweep, what, 'is theirs to see, but not found');
    if (!isVisible && !isSame(answer, unknown)) tell(sweep, what, 'answers differently from an unknown id');
  }
}

/** The status with which this requester is refused at this route whatever it asks about; null where it may ask. */
function expectedRefusal({ requester, route }: Sweep): number | null {
  const { access } = route;
  if (access.who === 'anybody') return null;
  const isKey = 'authorization' in requester.headers;
  if (access.who === 'signed in') return 'cookie' in requester.headers ? null : 401;
  const role = roleOf(requester);
  if (role === null) return 401;
  if (isKey && requester.scope !== access.key) return 403;
  if (access.roles !== undefined && !access.roles.includes(role)) return 403;
  return null;
}

async function ask(
  { api, world, requester, route, recipe, outcome, recorder }: Sweep,
  target: Target | null,
  query: string,
): Promise<Answer> {
  const thing = target?.thing ?? null;
  const id = thing?.id ?? randomUUID();
  const own = world.things.find((one) => one.kind === recipe.target && mayKnow(requester, one));
  const isInBody = recipe.bodyTarget !== undefined;
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => {
    if (recipe.fill?.[name] !== undefined) return recipe.fill[name];
    if (recipe.target === 'image' && name === 'ticketId') return thing?.ticketId ?? randomUUID();
    // With the wanted id in the body, the one in the address is visible.
    return isInBody && recipe.target !== undefined ? (own?.id ?? randomUUID()) : id;
  });
  const body = recipe.body?.(world);
  const sent = isInBody && recipe.bodyTarget !== undefined ? { ...Object(body), [recipe.bodyTarget.field]: id } : body;
  recorder.take();
  const response = await fetch(api.url + path + query, {
    method: route.method,
    headers: {
      ...requester.headers,
      // From many addresses: each of them may ask only so often.
      'x-forwarded-for': `10.0.${Math.floor(outcome.requests / 1_000)}.1`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
  outcome.requests += 1;
  outcome.combinations += 1;
  return { status: response.status, text, statements: recorder.take().join('\n') };
}

function check(sweep: Sweep, what: string, answer: Answer, expectedStatus: number | null): void {
  const { world, requester } = sweep;
  if (expectedStatus !== null && answer.status !== expectedStatus) {
    tell(sweep, what, `answers ${answer.status} instead of ${expectedStatus}: ${answer.text.slice(0, 200)}`);
  }
  if (answer.status >= 500) tell(sweep, what, `answers ${answer.status}: ${answer.text.slice(0, 200)}`);
  const asked = sweep.route.method === 'GET' ? '' : JSON.stringify(sweep.recipe.body?.(world) ?? '');
  for (const thing of world.things) {
    if (mayKnow(requester, thing)) continue;
    for (const mark of new Set([thing.id, thing.mark])) {
      if (answer.text.includes(mark) && !asked.includes(mark))
        tell(sweep, what, `tells of the ${thing.kind} of ${thing.of}`);
    }
  }
}

function isSame(one: Answer, other: Answer): boolean {
  return one.status === other.status && one.text === other.text && one.statements === other.statements;
}

/** Notes one problem; a route that is wrong for everybody says so a few times, not a thousand. */
function tell({ route, requester, outcome }: Sweep, what: string, problem: string): void {
  const address = `${route.method} ${route.url} as `;
  if (outcome.leaks.filter((leak) => leak.startsWith(address)).length >= 3) return;
  outcome.leaks.push(`${address}${requester.name}, ${what}: ${problem}`);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { MemberScope } from '@ticket-pros/db/scope';
import { createLogger } from '@ticket-pros/process/create-logger';
import { migrateQueue } from '@ticket-pros/queue/migrate-queue';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import type { GuardedRoute } from '../src/access/route-access.ts';
import type { ApiParts } from '../src/api-parts.ts';
import { buildApp } from '../src/app.ts';
import { addMember } from '../src/members/add-member.ts';
import { ensureUser } from '../src/members/ensure-user.ts';
import { foundAccount } from '../src/members/found-account.ts';
import { openParts } from '../src/open-parts.ts';
import type { SignInEvents } from '../src/sign-in/sign-in-events.ts';

export type Person = {
  scope: MemberScope;
  email: string;
  cookie: string;
  /** As fetch, with the address relative to the API and this person's session. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

export type TestApi = {
  url: string;
  parts: ApiParts;
  database: TestDatabase;
  storageFolder: string;
  /** Every route, as the API itself knows it. */
  guardedRoutes: readonly GuardedRoute[];
  /** Everything that the API logged. */
  logged: () => string;
  /** A new account with its owner, signed in. */
  account: (company: string) => Promise<Person>;
  /** A new member below `superior` (null: below the account), signed in. */
  member: (owner: Person, role: MemberRole, superior?: Person) => Promise<Person>;
  close: () => Promise<void>;
};

const password = 'correct horse battery';
/** What seals mails in tests; see read-test-mails.ts. */
export const testMailSecret = { current: 'seals mails in tests, seals mails in tests', previous: null };

type Wishes = {
  publicUrl?: string;
  /** The way to the database, given its address; straight unless a test stands in between. */
  reach?: (url: string) => string;
  /** Runs when the database is there and nobody uses it yet. */
  prepare?: (urls: TestDatabase['urls']) => Promise<void>;
  /** The clock of everything about signing in; the machine's unless a test moves one of its own. */
  now?: () => Date;
  events?: Partial<SignInEvents>;
  /** How many proxies stand in front, whose X-Forwarded-For is believed. */
  trustedProxies?: number;
  /** The folder that the development inbox shows; none unless a test asks. */
  mailFolder?: string | null;
};

/** For tests: the API on a free port, over a database, a storage folder and a queue of its own. */
export async function startTestApi({
  publicUrl,
  reach = (url) => url,
  prepare,
  trustedProxies = 0,
  mailFolder = null,
  ...wishes
}: Wishes = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  await prepare?.(database.urls);
  const storageFolder = await mkdtemp(join(tmpdir(), 'ticket-pros-objects-'));
  const queue = { kind: 'postgres' as const, url: database.urls.queue };
  await migrateQueue(queue);
  const lines: string[] = [];
  const logger = createLogger('api', 'debug', { write: (line) => void lines.push(line) });
  const settings = {
    DATABASE_URL: reach(database.urls.app),
    DATABASE_AUTH_URL: reach(database.urls.auth),
    AUTH_SECRET: 'only for tests, only for tests, only for tests',
    PUBLIC_URL: publicUrl ?? 'http://127.0.0.1',
    queue,
    storage: { kind: 'disk' as const, folder: storageFolder },
    mail: { secret: testMailSecret, folder: mailFolder },
    WEB_FOLDER: undefined,
    SERVICE_WORKER: 'on' as const,
    TLS_CERTIFICATE_FILE: undefined,
    TLS_KEY_FILE: undefined,
    TRUSTED_PROXIES: trustedProxies,
    DEMO_PASSWORD: undefined,
    NODE_ENV: 'test' as const,
  };
  const { parts, close } = await openParts(settings, logger, wishes);
  const app = await buildApp(settings, parts, logger);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  let people = 0;

  const signIn = async (scope: MemberScope, email: string): Promise<Person> => {
    const response = await fetch(`${url}/v1/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`could not sign in: ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return {
      scope,
      email,
      cookie,
      fetch: (path, init = {}) => fetch(url + path, { ...init, headers: { ...init.headers, cookie } }),
    };
  };

  return {
    url,
    parts,
    database,
    storageFolder,
    guardedRoutes: app.guardedRoutes,
    logged: () => lines.join(''),
    account: async (company) => {
      people += 1;
      const person = { name: `Owner ${people}`, email: `owner${people}@x.example`, password };
      const ownerUserId = await ensureUser(parts.auth, person);
      return signIn(
        await foundAccount(parts.db, { company, ownerUserId, ownerName: person.name, attestedAt: new Date() }),
        person.email,
      );
    },
    member: async (owner, role, superior) => {
      people += 1;
      const person = { name: `${role} ${people}`, email: `${role}${people}@x.example`, password };
      const userId = await ensureUser(parts.auth, person);
      const reportsTo = superior?.scope.memberId ?? null;
      return signIn(
        await addMember(parts.db, owner.scope, { userId, role, name: person.name, reportsTo }),
        person.email,
      );
    },
    close: async () => {
      await app.close();
      await close();
      await database.drop();
      await rm(storageFolder, { recursive: true, force: true });
    },
  };
}

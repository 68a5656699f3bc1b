import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type ApiKeyScope, apiKeyScopes } from '@ticket-pros/contracts/api-key';
import type { Form } from '@ticket-pros/contracts/form';
import { Client } from 'pg';
import sharp from 'sharp';
import { storeTicket } from '../send-test-upload.ts';
import type { Person, TestApi } from '../start-test-api.ts';

/** The people of the sweep: one account with branches, and the owner of another one. */
export const personNames = [
  'owner',
  'office',
  'narrowed',
  'contractor',
  'driver',
  'beside',
  'gone',
  'stranger',
] as const;
export type PersonName = (typeof personNames)[number];

/** What somebody asks with: a session, an API key that acts for the contractor, or nothing. */
export type Requester = {
  name: string;
  /** Whose eyes these are; null for nobody. */
  person: PersonName | null;
  /** Whose session it is, with or without a place in an account. */
  user: PersonName | null;
  headers: Record<string, string>;
  /** The one scope of an API key. */
  scope: ApiKeyScope | null;
};

/** What a member of the world has, by the kind of its id. */
export type ThingKind =
  | 'ticket'
  | 'image'
  | 'member'
  | 'invitation'
  | 'privacyRequest'
  | 'apiKey'
  | 'session'
  | 'form'
  | 'rereading';
export type Thing = {
  kind: ThingKind;
  of: PersonName;
  id: string;
  /** The ticket that an image belongs to. */
  ticketId?: string;
  /** Text that stands on it and nowhere else. */
  mark: string;
};

export type World = { people: Record<PersonName, Person>; things: Thing[]; requesters: Requester[] };

/** Whom each member sees, as a reader of the design would say it. */
export const seenBy: Record<PersonName, readonly PersonName[]> = {
  owner: ['owner', 'office', 'narrowed', 'contractor', 'driver', 'beside', 'gone'],
  office: ['owner', 'office', 'narrowed', 'contractor', 'driver', 'beside', 'gone'],
  narrowed: ['narrowed', 'contractor', 'driver', 'gone'],
  contractor: ['contractor', 'driver', 'gone'],
  driver: ['driver'],
  beside: ['beside'],
  gone: [],
  stranger: ['stranger'],
};

/** Whether a requester may know of a thing at all. */
export function mayKnow({ person, user }: Requester, thing: Thing): boolean {
  if (thing.kind === 'session') return user === thing.of;
  return person !== null && maySee(person, thing);
}

/** Whether a member may know of something in its account. */
export function maySee(person: PersonName, { kind, of }: Thing): boolean {
  const owners: readonly PersonName[] = ['owner', 'stranger'];
  const isOwnerOfIts = owners.includes(person) && seenBy[person].includes(of);
  switch (kind) {
    case 'ticket':
    case 'image':
    case 'member':
      return seenBy[person].includes(of);
    case 'invitation':
    case 'privacyRequest':
    case 'rereading':
      return isOwnerOfIts || (person === of && person !== 'gone');
    case 'form':
      return isOwnerOfIts || (person === 'office' && seenBy.office.includes(of));
    case 'apiKey':
      return isOwnerOfIts;
    case 'session':
      return false;
  }
}

/** An account of every kind of member, one of another account, and one of everything for each of them. */
export async function buildWorld(api: TestApi): Promise<World> {
  const owner = await api.account('Mesa Hauling');
  const contractor = await api.member(owner, 'crew');
  const people: Record<PersonName, Person> = {
    owner,
    office: await api.member(owner, 'office'),
    narrowed: await api.member(owner, 'office'),
    contractor,
    driver: await api.member(owner, 'crew', contractor),
    beside: await api.member(owner, 'crew'),
    gone: await api.member(owner, 'crew', contractor),
    stranger: await api.account('Other company'),
  };
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  try {
    await database.query(`update members set visibility = 'branch', branch_member_id = $1 where id = $2`, [
      people.contractor.scope.memberId,
      people.narrowed.scope.memberId,
    ]);
    people.narrowed.scope.seesAccount = false;
    const things: Thing[] = [];
    for (const name of personNames) things.push(...(await give(database, people, name)));
    for (const name of personNames) {
      const { rows } = await database.query<{ id: string }>(
        `select s."id" from auth."session" s join members m on m.user_id = s."userId" where m.id = $1`,
        [people[name].scope.memberId],
      );
      for (const { id } of rows) things.push({ kind: 'session', of: name, id, mark: id });
    }
    const requesters = await makeRequesters(database, people);
    await database.query('update members set is_active = false where id = $1', [people.gone.scope.memberId]);
    // A session that outlived its member must not open anything either.
    await database.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
       select $3, now() + interval '1 day', $2, now(), user_id from members where id = $1`,
      [
        people.gone.scope.memberId,
        tokenOf(people.gone),
        things.find(({ kind, of }) => kind === 'session' && of === 'gone')?.id,
      ],
    );
    return { people, things, requesters };
  } finally {
    await database.end();
  }
}

/** Everybody photographs the same page: only who sees both may be told that one is the duplicate of the other. */
async function give(database: Client, people: World['people'], name: PersonName): Promise<Thing[]> {
  const person = people[name];
  const { accountId, memberId } = person.scope;
  const founder = name === 'stranger' ? people.stranger : people.owner;
  const mark = (kind: ThingKind) => `mark-${kind}-${name}-${randomBytes(4).toString('hex')}`;
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#225588' } })
    .png()
    .toBuffer();
  const ticket = await storeTicket(person, { images: [image] });
  const ticketMark = mark('ticket');
  await database.query(
    `insert into ticket_values (account_id, ticket_id, field, row_number, printed_text, normalized, confidence, source, member_id)
     values ($1, $2, 'ticket_number', 0, null, $3, 1, 'member', $4)`,
    [accountId, ticket.id, ticketMark, memberId],
  );
  await database.query(
    `insert into readings (account_id, ticket_id, number, engine, engine_version, pages, words, "values", timings)
     values ($1, $2, 1, 'test', '1', '[{"width":80,"height":80}]', jsonb_build_array(jsonb_build_object('text', $3::text,
       'confidence', 1, 'line', 0, 'box', '{"page":0,"x":1,"y":1,"width":9,"height":9}'::jsonb)), '[]', '{}')`,
    [accountId, ticket.id, ticketMark],
  );
  const memberMark = mark('member');
  await database.query('update members set name = $2 where id = $1', [memberId, memberMark]);
  const invitation = { id: randomUUID(), mark: mark('invitation') };
  await database.query(
    `insert into invitations (account_id, id, created_by, role, reports_to, name, token_hash, expires_at)
     values ($1, $2, $3, 'crew', $3, $4, $5, now() + interval '1 day')`,
    [accountId, invitation.id, memberId, invitation.mark, randomBytes(32)],
  );
  const request = { id: randomUUID(), mark: mark('privacyRequest') };
  await database.query(
    `insert into privacy_requests (account_id, id, member_id, kind, details) values ($1, $2, $3, 'copy', $4)`,
    [accountId, request.id, memberId, request.mark],
  );
  const key = { id: randomUUID(), mark: mark('apiKey') };
  await insertKey(database, founder, person, { ...key, scopes: ['tickets.read'], secret: newSecret(), days: 30 });
  const form = { id: randomUUID(), mark: mark('form') };
  await database.query(
    `insert into forms (account_id, id, ticket_type, form, examples) values ($1, $2, 'field_ticket', $3, 1)`,
    [accountId, form.id, JSON.stringify(formThatSays(form.mark))],
  );
  await database.query('insert into form_examples (account_id, form_id, ticket_id, page) values ($1, $2, $3, 0)', [
    accountId,
    form.id,
    ticket.id,
  ]);
  const rereading = { id: randomUUID(), mark: '' };
  rereading.mark = rereading.id;
  await database.query('insert into rereadings (account_id, id, asked_by) values ($1, $2, $3)', [
    accountId,
    rereading.id,
    memberId,
  ]);
  await database.query('insert into rereading_tickets (account_id, rereading_id, ticket_id) values ($1, $2, $3)', [
    accountId,
    rereading.id,
    ticket.id,
  ]);
  const [firstImage] = ticket.images;
  if (firstImage === undefined) throw new Error('the ticket has no image');
  return [
    { kind: 'ticket', of: name, id: ticket.id, mark: ticketMark },
    { kind: 'image', of: name, id: firstImage.id, ticketId: ticket.id, mark: firstImage.id },
    { kind: 'member', of: name, id: memberId, mark: memberMark },
    { kind: 'invitation', of: name, ...invitation },
    { kind: 'privacyRequest', of: name, ...request },
    { kind: 'apiKey', of: name, ...key },
    { kind: 'form', of: name, ...form },
    { kind: 'rereading', of: name, ...rereading },
  ];
}

/** A learned form on which one word is printed. */
function formThatSays(text: string): Form {
  const word = { text, x: 10, y: 10, width: 50, height: 10, seen: 1, missed: 0, issuer: true };
  return { version: 1, ticketType: 'field_ticket', examples: 1, words: [word], fields: [], tables: [] };
}

async function makeRequesters(database: Client, people: World['people']): Promise<Requester[]> {
  const requesters: Requester[] = [{ name: 'no session', person: null, user: null, headers: {}, scope: null }];
  for (const name of personNames) {
    const isKnown = name !== 'gone';
    requesters.push({
      name,
      person: isKnown ? name : null,
      user: name,
      headers: { cookie: people[name].cookie },
      scope: null,
    });
  }
  const keys = [
    ...apiKeyScopes.map((scope) => ({ name: `key for ${scope}`, scope, days: 30, isOver: false })),
    { name: 'expired key', scope: 'tickets.read' as const, days: 0, isOver: true },
  ];
  for (const { name, scope, days, isOver } of keys) {
    const secret = newSecret();
    const row = { id: randomUUID(), mark: name, scopes: [scope], secret, days };
    await insertKey(database, people.owner, people.contractor, row);
    const headers = { authorization: `Bearer ${secret}` };
    requesters.push({ name, person: isOver ? null : 'contractor', user: null, headers, scope });
  }
  return requesters;
}

type KeyRow = { id: string; mark: string; scopes: ApiKeyScope[]; secret: string; days: number };

async function insertKey(database: Client, founder: Person, person: Person, key: KeyRow): Promise<void> {
  await database.query(
    `insert into api_keys
       (account_id, id, member_id, created_by, name, scopes, secret_hash, hint, requests_per_minute, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 3000, now() - interval '2 days', now() + $9 * interval '1 day')`,
    [
      person.scope.accountId,
      key.id,
      person.scope.memberId,
      founder.scope.memberId,
      key.mark,
      key.scopes,
      createHash('sha256').update(key.secret).digest(),
      key.secret.slice(-4),
      key.days,
    ],
  );
}

function newSecret(): string {
  return `tp_${randomBytes(32).toString('base64url')}`;
}

/** The session token in a person's cookie. */
function tokenOf({ cookie }: Person): string {
  const value = /session_token=([^;]+)/.exec(cookie)?.[1] ?? '';
  return decodeURIComponent(value).split('.')[0] ?? '';
}

import { randomUUID } from 'node:crypto';
import type { ThingKind, World } from './build-world.ts';

/** How to ask at one address of the router so that only visibility decides about the answer. */
export type RouteRecipe = {
  /** What the ids in the address name. An image comes with its ticket. */
  target?: ThingKind;
  /** More of the address: what follows the ids, and queries to try one after the other. */
  fill?: Record<string, string>;
  queries?: (world: World) => string[];
  body?: (world: World) => unknown;
  /** Ids in the body that have to be visible too, by the field that holds them. */
  bodyTarget?: { field: string; kind: ThingKind };
  /** Asking with a target that the requester sees would change the world. */
  changes?: true;
  /** Sends events and does not end by itself. */
  streams?: true;
  /** Sends a form with files instead of JSON. */
  sendsForm?: true;
};

const outdated = { version: 9_999 };
const noToken = 'x'.repeat(43);

/** Searching for the marks of tickets and members: what one may not see is not found. */
const searches = (world: World) => [
  '',
  ...world.things.filter(({ kind }) => kind === 'ticket' || kind === 'member').map((thing) => `?search=${thing.mark}`),
];
const filters = (world: World) => [
  ...searches(world),
  ...world.things.filter((thing) => thing.kind === 'member').map((thing) => `?memberId=${thing.id}`),
];

/** One recipe for every route that the API has; the sweep fails for a route without one. */
export const routeRecipes: Record<string, RouteRecipe> = {
  'GET /health/live': {},
  'GET /health/ready': {},
  'GET /v1/server': {},
  'GET /v1/events': { streams: true },

  'GET /v1/tickets': { queries: filters },
  'GET /v1/tickets/counts': { queries: filters },
  'POST /v1/tickets': { sendsForm: true, changes: true },
  // Who sees a ticket may know the id of its upload, but its sender alone may ask about it: src/uploads holds that.
  'POST /v1/uploads': { changes: true },
  'PATCH /v1/uploads/:name': { fill: { name: `${randomUUID()}.0` } },
  'GET /v1/uploads/:uploadId/receipt': {},
  'GET /v1/tickets/:ticketId': { target: 'ticket' },
  'GET /v1/tickets/:ticketId/images/:imageId/:rendition': { target: 'image', fill: { rendition: 'original' } },
  'PATCH /v1/tickets/:ticketId/values': {
    target: 'ticket',
    body: () => ({ ...outdated, values: [{ field: 'total', row: 0, text: '1' }] }),
  },
  'POST /v1/tickets/:ticketId/approve': { target: 'ticket', body: () => outdated },
  'POST /v1/tickets/:ticketId/reject': { target: 'ticket', body: () => ({ ...outdated, reason: 'no' }) },
  'POST /v1/tickets/:ticketId/unreadable': { target: 'ticket', body: () => outdated },
  'POST /v1/tickets/:ticketId/reopen': { target: 'ticket', body: () => outdated },
  'POST /v1/tickets/:ticketId/read-again': { target: 'ticket', body: () => outdated },
  'POST /v1/tickets/:ticketId/looks-right': { target: 'ticket', body: () => outdated },
  'POST /v1/tickets/:ticketId/resubmit': { target: 'ticket', body: () => ({ ...outdated, note: 'Signed now.' }) },
  'GET /v1/tickets/:ticketId/would-change': { target: 'ticket' },
  'GET /v1/forms': {},
  'DELETE /v1/forms/:formId': { target: 'form', changes: true },
  'GET /v1/rereadings': {},
  'POST /v1/rereadings': {
    changes: true,
    body: () => ({ ticketIds: [randomUUID()] }),
  },
  'POST /v1/rereadings/:rereadingId/stop': { target: 'rereading', changes: true },
  'GET /v1/self-approval': {},
  'PATCH /v1/self-approval': { body: () => ({}) },
  'GET /v1/review/next': {
    queries: (world) => [
      '',
      ...world.things.filter((thing) => thing.kind === 'ticket').map((thing) => `?after=${thing.id}`),
    ],
  },
  'GET /v1/exports/tickets.csv': { queries: filters },
  'GET /v1/exports/tickets.json': { queries: filters },

  'GET /v1/members': { queries: searches },
  'GET /v1/members/:memberId': { target: 'member' },
  'POST /v1/members': {
    changes: true,
    body: () => ({ name: 'New', signInName: `new-${randomUUID().slice(0, 8)}`, role: 'crew' }),
    bodyTarget: { field: 'reportsTo', kind: 'member' },
  },
  'PATCH /v1/members/:memberId': { target: 'member', body: () => ({}) },
  'POST /v1/members/:memberId/deactivate': { target: 'member', changes: true },
  'POST /v1/members/:memberId/reactivate': { target: 'member', changes: true },
  'POST /v1/members/:memberId/hand-over': {
    target: 'member',
    changes: true,
    body: (world) => ({ toMemberId: world.people.owner.scope.memberId }),
    bodyTarget: { field: 'toMemberId', kind: 'member' },
  },
  'POST /v1/members/:memberId/reset-password': { target: 'member', changes: true },
  'POST /v1/members/:memberId/reset-second-factor': { target: 'member', changes: true },
  'POST /v1/me/see-as': { changes: true, body: () => ({}), bodyTarget: { field: 'memberId', kind: 'member' } },
  'DELETE /v1/me/see-as': {},
  'GET /v1/me': {},
  'GET /v1/me/sessions': {},
  'DELETE /v1/me/sessions': { changes: true },
  'DELETE /v1/me/sessions/:sessionId': { target: 'session', changes: true },
  'POST /v1/me/confirm': { changes: true, body: () => ({ password: 'not the password' }) },
  'PATCH /v1/me': { body: () => ({}) },
  'POST /v1/me/place': { changes: true, body: () => ({}), bodyTarget: { field: 'memberId', kind: 'member' } },

  'GET /v1/account': {},
  'PATCH /v1/account': { body: () => ({}) },
  'POST /v1/accounts': { changes: true, body: () => ({ company: 'Third company', businessUse: true }) },

  'GET /v1/invitations': {},
  'POST /v1/invitations': {
    changes: true,
    body: () => ({ role: 'crew' }),
    bodyTarget: { field: 'reportsTo', kind: 'member' },
  },
  'DELETE /v1/invitations/:invitationId': { target: 'invitation', changes: true },
  'POST /v1/invitations/preview': {
    body: (world) => ({
      csv: `name,email,role,reports_to\n${world.things
        .filter((thing) => thing.kind === 'member')
        .map((thing, index) => `Person ${index},person${index}@x.example,crew,${thing.mark}`)
        .join('\n')}`,
    }),
  },
  'POST /v1/invitations/bulk': { changes: true, body: () => ({ csv: 'name,email,role,reports_to\n,,,' }) },
  'POST /v1/join/look': { body: () => ({ token: noToken }) },
  'POST /v1/join': { body: () => ({ token: noToken, as: 'me' }) },
  'POST /v1/sign-up': {
    changes: true,
    body: () => ({
      company: 'Fourth company',
      businessUse: true,
      name: 'N',
      email: 'n@x.example',
      password: 'correct horse battery',
    }),
  },
  'POST /v1/sign-up/confirm': { body: () => ({ token: noToken, password: 'correct horse battery' }) },

  'GET /v1/audit': { queries: (world) => ['', ...world.things.map((thing) => `?subjectId=${thing.id}`)] },
  'GET /v1/audit.csv': {},
  'GET /v1/api-keys': {},
  'POST /v1/api-keys': {
    changes: true,
    body: () => ({ name: 'New', scopes: ['tickets.read'], expiresInDays: 1 }),
    bodyTarget: { field: 'memberId', kind: 'member' },
  },
  'DELETE /v1/api-keys/:keyId': { target: 'apiKey', changes: true },
  'GET /v1/privacy-requests': {},
  'POST /v1/privacy-requests': { changes: true, body: () => ({ kind: 'copy' }) },
  'POST /v1/privacy-requests/:requestId/answer': {
    target: 'privacyRequest',
    changes: true,
    body: () => ({ state: 'answered', answer: 'Here it is.' }),
  },
};

import { problemSchema } from '@ticket-pros/contracts/error-code';
import { imageMediaTypeSchema, uploadLimits, uploadManifestSchema } from '@ticket-pros/contracts/upload';
import { z } from 'zod';
import type { RouteAccess } from '../access/route-access.ts';

type JsonSchema = Record<string, unknown>;

/** A route's schema as the description of the API sees it: JSON Schema, and what OpenAPI adds. */
export type DescribedRoute = {
  consumes?: readonly string[] | undefined;
  security?: readonly Record<string, readonly string[]>[] | undefined;
  body?: unknown;
  response?: unknown;
};

const plain = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const text = { type: 'string' };
const bytes = { type: 'string', format: 'binary' };

const problem = {
  description: 'What went wrong, as a problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: plain(problemSchema, 'output') } },
};

/** Parts in this order; the manifest comes first. */
const upload = {
  type: 'object',
  required: ['manifest', 'image'],
  properties: {
    manifest: { ...text, contentMediaType: 'application/json', contentSchema: plain(uploadManifestSchema, 'input') },
    image: { type: 'array', minItems: 1, maxItems: uploadLimits.imagesPerTicket, items: bytes },
  },
};

function answer(description: string, schema: JsonSchema, ...mediaTypes: string[]) {
  return { 200: { description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) } };
}

/** Answers that no response schema can tell, because they are bytes or streams. */
const otherAnswers: Record<string, JsonSchema> = {
  '/v1/exports/tickets.csv': answer('A line for each ticket', text, 'text/csv'),
  '/v1/exports/tickets.json': answer('The tickets', { type: 'object' }, 'application/json'),
  '/v1/audit.csv': answer('A line for each event', text, 'text/csv'),
  '/v1/events': answer('Events "hello" and "ticket", until the server ends the stream', text, 'text/event-stream'),
  '/v1/tickets/:ticketId/images/:imageId/:rendition': answer('The photo', bytes, ...imageMediaTypeSchema.options),
};

/** What opens a route: nothing is needed, a session, or a session or an API key with one scope. */
function securityOf(access: RouteAccess | undefined): DescribedRoute['security'] {
  if (access === undefined || access.who === 'anybody') return [];
  if (access.who === 'signed in' || access.key === undefined) return [{ session: [] }];
  return [{ session: [] }, { apiKey: [access.key] }];
}

/** Adds to a route's description what every route has (problem documents) and what schemas for zod can't say (files, streams, who may ask). */
export function completeDescription<Route extends DescribedRoute>(
  route: Route,
  { url, access }: { url: string; access: RouteAccess | undefined },
): Route {
  const answers = typeof route.response === 'object' ? route.response : {};
  return {
    ...route,
    response: { ...otherAnswers[url], ...answers, default: problem },
    ...(route.consumes?.includes('multipart/form-data') ? { body: upload } : {}),
    security: securityOf(access),
  };
}

import { formSchema } from '@ticket-pros/contracts/form';
import { knownFormsSchema } from '@ticket-pros/contracts/learning';
import { withMember } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { readCursorText, writeCursorText } from '../paging/cursor-text.ts';

const pageSize = 50;
/** Microseconds, which a Date can't hold. */
const cursorSchema = z.tuple([z.int(), z.uuid()]);

/** GET /v1/forms: the printed forms that the account's approved tickets taught, the one that learned last first. */
export function listForms(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/forms',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Learning'],
        summary: 'List the forms that are known',
        querystring: z.object({ cursor: z.string().max(500).optional() }),
        response: { 200: knownFormsSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { cursor } = request.query;
      const after = cursor === undefined ? null : readCursorText(cursorSchema, cursor);
      const learned = sql<string>`(extract(epoch from forms.learned_at) * 1000000)::bigint`;
      const rows = await withMember(db, scope, (transaction) =>
        transaction
          .selectFrom('forms')
          .select(['id', 'ticket_type', 'examples', 'form', 'learned_at', learned.as('learned')])
          .where(seenByOwners(scope, 'forms'))
          .$if(after !== null, (query) =>
            query.where(sql<SqlBool>`(${learned}, forms.id) < (${after?.[0] ?? 0}, ${after?.[1] ?? ''}::uuid)`),
          )
          .orderBy('learned_at', 'desc')
          .orderBy('id', 'desc')
          .limit(pageSize + 1)
          .execute(),
      );
      const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
      return {
        forms: rows.slice(0, pageSize).map((row) => {
          const { words, fields } = formSchema.parse(row.form);
          const issuer = words.filter((word) => word.issuer).sort((a, b) => a.y - b.y || a.x - b.x);
          return {
            id: row.id,
            ticketType: row.ticket_type,
            issuer: issuer.length === 0 ? null : issuer.map(({ text }) => text).join(' '),
            examples: row.examples,
            fields: fields.filter(({ places }) => places.length > 0).length,
            learnedAt: row.learned_at.toISOString(),
          };
        }),
        nextCursor: last === undefined ? null : writeCursorText([Number(last.learned), last.id]),
      };
    },
  );
}

import { withMember } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** DELETE /v1/forms/:formId: the account forgets a form; the next approved ticket of it begins it anew. */
export function forgetForm(app: Api, { db }: ApiParts): void {
  app.delete(
    '/v1/forms/:formId',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Learning'],
        summary: 'Forget a form',
        params: z.object({ formId: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { scope } = askerOf(request);
      const { formId } = request.params;
      await withMember(db, scope, async (transaction) => {
        const gone = await transaction
          .deleteFrom('forms')
          .where(seenByOwners(scope, 'forms'))
          .where('id', '=', formId)
          .returning('examples')
          .executeTakeFirst();
        if (gone === undefined) throw new ProblemError('not_found');
        await writeAudit(transaction, scope, {
          action: 'form.forgotten',
          subject: { kind: 'form', id: formId },
          payload: { examples: gone.examples },
        });
      });
      return reply.code(204).send(null);
    },
  );
}

import { invitationSchema } from '@ticket-pros/contracts/invitation';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { sql } from 'kysely';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectInvitations, visibleInvitations } from './select-invitations.ts';

/** DELETE /v1/invitations/:invitationId: its link opens nothing any more. One that is over already stays as it is. */
export function revokeInvitation(app: Api, { db }: ApiParts): void {
  app.delete(
    '/v1/invitations/:invitationId',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Invitations'],
        summary: 'Revoke an invitation',
        params: z.object({ invitationId: z.uuid() }),
        response: { 200: invitationSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const { scope } = asker;
      const id = request.params.invitationId;
      return withMember(db, scope, async (transaction) => {
        const revoked = await transaction
          .updateTable('invitations')
          .set({ revoked_at: sql`now()` })
          .where(visibleInvitations(asker))
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', sql<Date>`now()`)
          .whereRef('uses', '<', 'max_uses')
          .returning(['role', 'email', 'name'])
          .executeTakeFirst();
        if (revoked !== undefined) {
          const subject = { kind: 'invitation', id } as const;
          await writeAudit(transaction, scope, { action: 'invitation.revoked', subject, payload: revoked });
        }
        const [invitation] = await selectInvitations(transaction, asker, { ids: [id], limit: 1 });
        if (invitation === undefined) throw new ProblemError('not_found');
        return invitation;
      });
    },
  );
}

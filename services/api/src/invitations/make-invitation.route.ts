import { madeInvitationSchema, makeInvitationSchema } from '@ticket-pros/contracts/invitation';
import { withMember } from '@ticket-pros/db/scope';
import { expectConfirmed } from '../access/expect-confirmed.ts';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { addInvitations, countInvitations } from './add-invitations.ts';
import { checkMayInvite, checkShape } from './check-invitation.ts';
import { selectInvitations } from './select-invitations.ts';

/** Invitations that an account may make in an hour, one by one. */
const mostInAnHour = 500;

/** POST /v1/invitations: by e-mail, or as a link to show. */
export function makeInvitation(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/invitations',
    {
      config: { access: { who: 'members' } },
      schema: {
        tags: ['Invitations'],
        summary: 'Invite',
        body: makeInvitationSchema,
        response: { 201: madeInvitationSchema },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const wish = request.body;
      checkShape(wish);
      const made = await withMember(parts.db, asker.scope, async (transaction) => {
        await checkMayInvite(transaction, asker, wish);
        if (wish.role === 'owner') expectConfirmed(asker);
        const count = await countInvitations(transaction);
        const wishes = [wish];
        const { invitations, mailIds } = await addInvitations(parts, transaction, asker, {
          wishes,
          count,
          mostInAnHour,
        });
        const ids = invitations.map(({ id }) => id);
        const [invitation] = await selectInvitations(transaction, asker, { ids, limit: 1 });
        const link = invitations[0]?.link;
        if (invitation === undefined || link === undefined) throw new Error('an invitation was made and is not seen');
        return { invitation, link, mailIds };
      });
      for (const mailId of made.mailIds) await enqueueMail(parts, mailId);
      return reply.code(201).send({ invitation: made.invitation, link: made.link });
    },
  );
}

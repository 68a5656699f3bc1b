import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';

/** All invitations for owners, their own for others. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) => (await readAnswer(api.GET('/v1/invitations', { signal }))).invitations,
});

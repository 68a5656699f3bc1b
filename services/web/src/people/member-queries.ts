import { queryOptions } from '@tanstack/react-query';
import type { Member } from '@ticket-pros/contracts/member';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** Every member that who is signed in sees. Even of a large account they are a few hundred kilobytes; all of the page works on them. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }): Promise<Member[]> => {
    const members: Member[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: { cursor?: string } = cursor === '' ? {} : { cursor };
      const page = await readAnswer(api.GET('/v1/members', { params: { query }, signal }));
      members.push(...page.members);
      cursor = page.nextCursor;
    }
    return members;
  },
});

/** What owners decided for the account; its code ends the sign-in names that they make. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  staleTime: 60_000,
  queryFn: ({ signal }) => readAnswer(api.GET('/v1/account', { signal })),
});

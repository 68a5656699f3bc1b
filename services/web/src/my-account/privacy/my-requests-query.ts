import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';

/** The privacy requests that this member made; an owner is told those of everybody else too. */
export function myRequestsQuery(memberId: string) {
  return queryOptions({
    queryKey: ['my-privacy-requests', memberId],
    queryFn: async () => {
      const { requests } = await readAnswer(api.GET('/v1/privacy-requests'));
      return requests.filter(({ member }) => member.id === memberId);
    },
  });
}

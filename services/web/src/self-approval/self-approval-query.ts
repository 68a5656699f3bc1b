import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** Which tickets approve themselves, and what spot checks of them found. */
export const selfApprovalQuery = queryOptions({
  queryKey: ['self-approval'],
  queryFn: ({ signal }) => readAnswer(api.GET('/v1/self-approval', { signal })),
});

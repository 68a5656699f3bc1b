import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';

/** Where who is signed in is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['my-sessions'],
  queryFn: async () => (await readAnswer(api.GET('/v1/me/sessions'))).sessions,
});

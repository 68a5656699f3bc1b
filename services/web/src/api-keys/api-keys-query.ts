import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** Every API key of the account, for owners. */
export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await readAnswer(api.GET('/v1/api-keys', { signal }))).apiKeys,
});

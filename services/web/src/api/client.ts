import createClient from 'openapi-fetch';
import type { paths } from './schema.generated.ts';

/** The typed client of our own API, on the page's own origin. Calls reject only where the server cannot be reached. */
export const api = createClient<paths>({ baseUrl: '/' });

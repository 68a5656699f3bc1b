import type { makeApiKeySchema } from '@ticket-pros/contracts/api-key';
import type { z } from 'zod';

/** What an owner chose for a new key. */
export type KeyToMake = z.output<typeof makeApiKeySchema>;

import { z } from 'zod';
import type { JobCatalogue } from '../job-catalogue.ts';

/** Jobs like those of the product, quick enough to watch them fail. */
export const contractCatalogue = {
  count: { payload: z.strictObject({ value: z.int() }), attempts: 3, backoffMs: 150 },
  repeated: { payload: z.strictObject({}), attempts: 1, backoffMs: 0 },
  lost: { payload: z.strictObject({}), attempts: 1, backoffMs: 0 },
} as const satisfies JobCatalogue;

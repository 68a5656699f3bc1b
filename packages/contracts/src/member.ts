import { z } from 'zod';
import { memberRoleSchema } from './member-role.ts';

/** Answer of `GET /v1/me`: who is signed in, and their place in the account. */
export const meSchema = z.object({
  email: z.string(),
  member: z.object({ id: z.uuid(), name: z.string(), role: memberRoleSchema }),
  account: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() }),
});
export type Me = z.infer<typeof meSchema>;

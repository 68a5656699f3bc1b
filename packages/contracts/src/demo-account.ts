import { z } from 'zod';
import { memberRoleSchema } from './member-role.ts';

/** The demo account of a local start. It is never made when NODE_ENV is production, so its passwords open nothing real. */
export const demoAccount = {
  company: 'Mesa Verde Hauling',
  members: [
    { role: 'owner', name: 'Olivia Ortega', email: 'owner@demo.example', password: 'demo-owner-2026' },
    { role: 'office', name: 'Frank Office', email: 'office@demo.example', password: 'demo-office-2026' },
    { role: 'crew', name: 'Carlos Crew', email: 'crew@demo.example', password: 'demo-crew-2026' },
  ],
} as const;

/** Answer of `GET /v1/server`: what the sign-in page shows before anybody signed in. */
export const serverSchema = z.object({
  demo: z
    .object({ members: z.array(z.object({ role: memberRoleSchema, email: z.string(), password: z.string() })) })
    .nullable(),
});
export type Server = z.infer<typeof serverSchema>;

import { z } from 'zod';
import { memberRoleSchema } from './member-role.ts';

/** The demo account of a local start; its password is made at random there. It is never made when NODE_ENV is production. */
export const demoAccount = {
  company: 'Mesa Verde Hauling',
  members: [
    { role: 'owner', name: 'Olivia Ortega', email: 'owner@demo.example' },
    { role: 'office', name: 'Frank Office', email: 'office@demo.example' },
    { role: 'crew', name: 'Carlos Crew', email: 'crew@demo.example' },
  ],
  /** A contractor with drivers of its own, so that there is a tree to look at. Nobody signs in as they do. */
  branch: [
    { role: 'crew', name: 'Pete Contractor', email: 'pete@demo.example', reportsTo: null },
    { role: 'crew', name: 'Ana Driver', email: 'ana@demo.example', reportsTo: 'pete@demo.example' },
    { role: 'crew', name: 'Luis Driver', email: 'luis@demo.example', reportsTo: 'pete@demo.example' },
  ],
} as const;

/** Answer of `GET /v1/server`: what the sign-in page shows before anybody signed in. */
export const serverSchema = z.object({
  demo: z
    .object({ members: z.array(z.object({ role: memberRoleSchema, email: z.string(), password: z.string() })) })
    .nullable(),
  /** Mails are not sent but shown at `/dev/inbox`, to this machine. */
  devInbox: z.boolean(),
});
export type Server = z.infer<typeof serverSchema>;

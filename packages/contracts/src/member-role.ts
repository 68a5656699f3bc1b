import { z } from 'zod';

/** owner manages members and data; office reviews; crew captures. */
export const memberRoleSchema = z.enum(['owner', 'office', 'crew']);
export type MemberRole = z.infer<typeof memberRoleSchema>;

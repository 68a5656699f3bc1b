import { z } from 'zod';

/** owner manages members and data; office reviews; crew captures. */
export const memberRoleSchema = z.enum(['owner', 'office', 'crew']);
export type MemberRole = z.infer<typeof memberRoleSchema>;

/** account: sees everything of the account. branch: its own and what belongs to the members below it. */
export const visibilitySchema = z.enum(['account', 'branch']);
export type Visibility = z.infer<typeof visibilitySchema>;

import { z } from 'zod';
import { visibilitySchema } from './member-role.ts';
import type { DayOrder } from './normalize-date.ts';
import { plainTextSchema } from './plain-text.ts';

export const languageSchema = z.enum(['en', 'es']);
export type Language = z.infer<typeof languageSchema>;

export const unitsSchema = z.enum(['us', 'metric']);
export type Units = z.infer<typeof unitsSchema>;

/** How numeric dates on paper are read: 3/4 as the fourth of March, or as the third of April. */
export const dayOrderSchema = z.enum(['month-first', 'day-first']) satisfies z.ZodType<DayOrder>;

/** Who has to have a second factor: nobody, owners and office, or everybody. */
export const secondFactorRuleSchema = z.enum(['optional', 'office', 'everybody']);
export type SecondFactorRule = z.infer<typeof secondFactorRuleSchema>;

export const companyNameSchema = plainTextSchema.min(1).max(200);

export const timeZoneSchema = z.string().refine(
  (zone) => {
    // An offset such as +05:30 is no zone, and Postgres reads it the other way round.
    if (!/^[a-z]/i.test(zone)) return false;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  },
  { error: 'a time zone such as America/Chicago' },
);

/** What owners decide for the whole account. */
export const accountSettingsSchema = z.object({
  name: companyNameSchema,
  timeZone: timeZoneSchema,
  language: languageSchema,
  units: unitsSchema,
  dayOrder: dayOrderSchema,
  secondFactor: secondFactorRuleSchema,
  /** What new members see, unless their owner says otherwise. */
  officeVisibility: visibilitySchema,
  crewVisibility: visibilitySchema,
  /** Whether members who are not owners may invite crew below themselves. */
  branchInvitations: z.boolean(),
});
export type AccountSettings = z.infer<typeof accountSettingsSchema>;

/** Answer of `GET /v1/account`. */
export const accountDetailSchema = accountSettingsSchema.extend({
  id: z.uuid(),
  /** Ends the sign-in names that owners make: `carlos` signs in as `carlos.<code>`. */
  signInCode: z.string(),
  businessUseAttestedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type AccountDetail = z.infer<typeof accountDetailSchema>;

/** Body of `PATCH /v1/account`: what changes. */
export const changeAccountSchema = accountSettingsSchema.partial();

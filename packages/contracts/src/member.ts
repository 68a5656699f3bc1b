import { z } from 'zod';
import { languageSchema, secondFactorRuleSchema, unitsSchema } from './account.ts';
import { memberRoleSchema, visibilitySchema } from './member-role.ts';
import { plainTextSchema } from './plain-text.ts';

export const memberNameSchema = plainTextSchema.min(1).max(200);

/** A user's place in one account. */
export const placeSchema = z.object({
  memberId: z.uuid(),
  role: memberRoleSchema,
  account: z.object({ id: z.uuid(), name: z.string() }),
});
export type Place = z.infer<typeof placeSchema>;

/** Answer of `GET /v1/me`: who is signed in, their place in the account, and what they have to do before anything else. */
export const meSchema = z.object({
  /** Null for who signs in with a name that their owner made. */
  email: z.string().nullable(),
  signInName: z.string().nullable(),
  member: z.object({
    id: z.uuid(),
    name: z.string(),
    role: memberRoleSchema,
    visibility: visibilitySchema,
    language: languageSchema.nullable(),
    /** May invite crew below itself (owners may invite everybody). */
    mayInvite: z.boolean(),
  }),
  account: z.object({
    id: z.uuid(),
    name: z.string(),
    timeZone: z.string(),
    language: languageSchema,
    units: unitsSchema,
    secondFactor: secondFactorRuleSchema,
  }),
  hasSecondFactor: z.boolean(),
  /** Set while an owner looks at the account as this member; `member` then tells that member, and nothing can be changed. */
  seeingAs: z.object({ ownerName: z.string() }).nullable(),
  /** Until when sensitive actions are open without proving again who it is. */
  confirmedUntil: z.iso.datetime(),
  places: z.array(placeSchema),
});
export type Me = z.infer<typeof meSchema>;

/** Body of `PATCH /v1/me`: what a member changes about itself. */
export const changeMeSchema = z.object({ name: memberNameSchema, language: languageSchema.nullable() }).partial();

/** Body of `POST /v1/me/place`: the account to work in from now on. */
export const choosePlaceSchema = z.object({ memberId: z.uuid() });

/** Body of `POST /v1/me/see-as`. */
export const seeAsSchema = z.object({ memberId: z.uuid() });

/** A member as lists show it. Owners are told how it signs in; for everybody else those are null. */
export const memberSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: memberRoleSchema,
  visibility: visibilitySchema,
  /** The member it reports to, null for the account itself; null as well where the asking member doesn't see that one. */
  reportsTo: z.uuid().nullable(),
  /** With visibility `branch`: the branch that it sees besides its own. */
  branchMemberId: z.uuid().nullable(),
  isActive: z.boolean(),
  createdAt: z.iso.datetime(),
  email: z.string().nullable(),
  signInName: z.string().nullable(),
  hasSecondFactor: z.boolean().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Tickets that it captured, as far as the asking member sees them. */
  ticketCount: z.int(),
});
export type Member = z.infer<typeof memberSchema>;

/** Answer of `GET /v1/members`: in order of name; `nextCursor` asks for the rest. */
export const memberPageSchema = z.object({ members: z.array(memberSchema), nextCursor: z.string().nullable() });
export type MemberPage = z.infer<typeof memberPageSchema>;

export const memberFilterSchema = z.object({
  search: plainTextSchema.max(100).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** The part of a sign-in name that is chosen; the account's code follows after a dot, as in `carlos.mvh482`. */
export const chosenNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{1,30}$/, 'letters, digits and hyphens, two at least');

/** Body of `POST /v1/members`: a member without e-mail, whose sign-in its owner makes. */
export const addNamedMemberSchema = z.object({
  name: memberNameSchema,
  /** Without the account's code, which is added. */
  signInName: chosenNameSchema,
  role: z.enum(['office', 'crew']),
  reportsTo: z.uuid().nullable(),
});

/** What is shown once, to be told to the member. */
export const givenPasswordSchema = z.object({ signInName: z.string(), password: z.string() });
export const namedMemberSchema = z.object({ member: memberSchema, ...givenPasswordSchema.shape });
export type NamedMember = z.infer<typeof namedMemberSchema>;

/** Body of `PATCH /v1/members/:memberId`: what changes. A move takes the members below along. */
export const changeMemberSchema = z
  .object({
    name: memberNameSchema,
    role: memberRoleSchema,
    reportsTo: z.uuid().nullable(),
    visibility: visibilitySchema,
    branchMemberId: z.uuid().nullable(),
  })
  .partial();

/** Body of `POST /v1/members/:memberId/hand-over`: who gets all tickets of this member. */
export const handOverSchema = z.object({ toMemberId: z.uuid() });
export const handedOverSchema = z.object({ tickets: z.int() });

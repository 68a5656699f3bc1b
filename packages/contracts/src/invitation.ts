import { z } from 'zod';
import { companyNameSchema, languageSchema } from './account.ts';
import { chosenNameSchema, memberNameSchema } from './member.ts';
import { memberRoleSchema, visibilitySchema } from './member-role.ts';
import { newPasswordSchema } from './password.ts';
import { noMailEnding, ownPasswordSchema } from './sign-in.ts';

/** An address that mail gets to. */
export const emailSchema = z
  .email()
  .max(254)
  .toLowerCase()
  .refine((email) => !email.endsWith(noMailEnding), 'this is not an e-mail address');

/** Pages that links lead to. The token stands behind a `#`, so that it reaches no server and no log. */
export const joiningPages = { join: '/join', confirm: '/confirm' } as const;

/** For how long the link in the mail of a sign-up works. */
export const confirmSignUpMinutes = 24 * 60;

/** Body of `POST /v1/invitations`. With `email` it is sent there and works once; without, it is a link to show or pass on. */
export const makeInvitationSchema = z.object({
  role: memberRoleSchema,
  /** The member that those who join report to; null for the account itself. */
  reportsTo: z.uuid().nullable(),
  /** Left out: what the account decided for the role. Owners alone may set it. */
  visibility: visibilitySchema.optional(),
  email: emailSchema.optional(),
  name: memberNameSchema.optional(),
  maxUses: z.int().min(1).max(500).default(1),
  expiresInHours: z
    .int()
    .min(1)
    .max(90 * 24)
    .default(7 * 24),
});

export const invitationSchema = z.object({
  id: z.uuid(),
  role: memberRoleSchema,
  reportsTo: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  visibility: visibilitySchema.nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  maxUses: z.int(),
  uses: z.int(),
  state: z.enum(['open', 'used', 'expired', 'revoked']),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) });

/**
 * The link is shown this once; `<public address>/join#<token>`. The mail, where there is one, carries a link of its own, which also
 * proves whose address it is.
 */
export const madeInvitationSchema = z.object({ invitation: invitationSchema, link: z.string() });

/** Body of the two bulk routes: a CSV with a header line: name, email, role, reports_to (an e-mail, sign-in name or name). */
export const invitationCsvSchema = z.object({ csv: z.string().min(1).max(500_000) });

/** Lines that a CSV may have, besides its header. */
export const mostInvitationLines = 1000;

/** One line of a CSV: what would be, or why it can't, in the asking member's language. `line` counts from 1 as spreadsheets do, the header being 1. */
export const invitationLineSchema = z.object({
  line: z.int(),
  name: z.string(),
  email: z.string(),
  role: memberRoleSchema.nullable(),
  reportsTo: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  problems: z.array(z.string()),
});
export const invitationPreviewSchema = z.object({
  lines: z.array(invitationLineSchema),
  ready: z.int(),
  withProblems: z.int(),
});
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;
/** Answer of `POST /v1/invitations/bulk`: nothing is made unless every line is right. */
export const invitedInBulkSchema = z.object({ invited: z.int() });

const tokenSchema = z.string().min(20).max(200);

/** Body of `POST /v1/join/look`, and what the bearer of a link may know. */
export const lookAtInvitationSchema = z.object({ token: tokenSchema });
export const invitationLookSchema = z.object({
  company: z.string(),
  role: memberRoleSchema,
  inviter: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  language: languageSchema,
  signInCode: z.string(),
});
export type InvitationLook = z.infer<typeof invitationLookSchema>;

/**
 * Body of `POST /v1/join`: as a new user with an e-mail address (the invited one needs no confirmation), as a new user with a
 * sign-in name, or as who is signed in.
 */
export const joinSchema = z.discriminatedUnion('as', [
  z.object({
    token: tokenSchema,
    as: z.literal('email'),
    name: memberNameSchema,
    email: emailSchema,
    password: newPasswordSchema,
  }),
  z.object({
    token: tokenSchema,
    as: z.literal('name'),
    name: memberNameSchema,
    /** Without the account's code, which is added. */
    signInName: chosenNameSchema,
    password: newPasswordSchema,
  }),
  z.object({ token: tokenSchema, as: z.literal('me') }),
]);
/** `confirm_email`: a mail was sent; its link completes joining. */
export const joinedSchema = z.object({ outcome: z.enum(['joined', 'confirm_email']) });

/** Body of `POST /v1/sign-up`: a new account. Always answered alike; what comes next is in the mail. */
export const signUpSchema = z.object({
  company: companyNameSchema,
  /** Promise TP-6: for business use, by people of age. */
  businessUse: z.literal(true),
  name: memberNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  language: languageSchema.default('en'),
});
/** Answer of it, whether or not the address is known. */
export const signedUpSchema = z.object({ outcome: z.literal('confirm_email') });

/**
 * Body of `POST /v1/sign-up/confirm` (also completes joining with a new e-mail address). The password that was chosen proves that who
 * reads the mail is who signed up: else a stranger could sign up with somebody's address and wait for the click.
 */
export const confirmSignUpSchema = ownPasswordSchema.extend({ token: tokenSchema });

/** Body of `POST /v1/accounts`: who is signed in founds another account. */
export const foundAccountSchema = z.object({ company: companyNameSchema, businessUse: z.literal(true) });
